import type { ReceiptConfig, ReceiptProfileName } from '../../../contract/device-config/receipt.ts';
import { CUSTOM_VKP80 } from './custom-vkp80.ts';
import { EPSON } from './epson.ts';
import { MASUNG } from './masung.ts';
import type { ReceiptProfile } from './profile.ts';
import { XPRINTER } from './xprinter.ts';

export const PROFILES: Readonly<Record<ReceiptProfileName, ReceiptProfile>> = {
  epson: EPSON,
  'custom-vkp80': CUSTOM_VKP80,
  masung: MASUNG,
  xprinter: XPRINTER,
};

/** The profile that a configuration names, with what it says otherwise. */
export function profileOf(settings: Omit<ReceiptConfig, 'driver' | 'transport'>): ReceiptProfile {
  const { automatic, ...profile } = PROFILES[settings.profile];
  return {
    ...profile,
    ...(automatic && settings.automaticStatus && { automatic }),
    completion: settings.completion ?? profile.completion,
    cut: settings.cut ?? profile.cut,
    qr: settings.qr ?? profile.qr,
    widthDots: settings.widthDots ?? profile.widthDots,
    selectsTextCode: profile.selectsTextCode || settings.textCode === 'utf8',
  };
}
