import type { UsbBulkTransport } from '../../contract/device-config/transport.ts';
import type { Clock } from '../clock.ts';
import { SDT_COMMANDS } from '../idcard/commands.ts';
import { encodeRequest } from '../idcard/frames.ts';
import { usbBulkOpener } from '../transport/usb-bulk.ts';
import type { UsbDevice, UsbDevices } from '../transport/usb-device.ts';
import { type Finding, unknownFinding } from './finding.ts';
import { createLine } from './line.ts';
import { askSamId, readSdtReply, SDT_OPEN } from './probes/sdt.ts';
import type { Source } from './sources.ts';

const LIMIT_MS = 8_000;
const WRITE_LIMIT_MS = 1_000;
const REPLY_LIMIT_MS = 400;

/** 神思 and many that build its module in [2+]. */
const SDT_READER = { vendorId: 0x0400, productId: 0xc35a } as const;

/** What is known by its number and cannot be driven: how it talks is not public, or not over USB here. */
const BY_NUMBER: Readonly<Record<string, string>> = {
  '10c4:8a1b': '信通 identity-card reader: needs the vendor’s library',
  '2015:0008': '森锐 identity-card reader: needs the vendor’s library',
  '9573:4836': '亿数 identity-card reader: needs the vendor’s library',
  '0519:2013': 'Masung receipt printer on USB: the driver reaches it by a serial port or a network converter only',
  '0519:2015': 'Masung receipt printer on USB: the driver reaches it by a serial port or a network converter only',
};

const hex = (id: number): string => id.toString(16).padStart(4, '0');
const idOf = ({ vendorId, productId }: Pick<UsbDevice, 'vendorId' | 'productId'>): string =>
  `${hex(vendorId)}:${hex(productId)}`;

export const usbSource = (clock: Clock, devices: UsbDevices = devicesOfMachine): Source => ({
  name: 'USB',
  limitMs: LIMIT_MS,
  async look() {
    const all = await devices();
    const findings: Finding[] = [];
    for (const device of all) {
      const known = BY_NUMBER[idOf(device)];
      if (known) findings.push(unknownFinding(`USB ${idOf(device)}`, known, 'USB vendor and product'));
    }
    if (all.some((device) => idOf(device) === idOf(SDT_READER))) findings.push(await sdtReader(clock, devices));
    return findings.length > 0 ? { findings } : { findings, reason: 'no device of a kiosk is known by its number' };
  },
});

/** Certain by its number; a self-check shows that it can be opened and is alive. */
async function sdtReader(clock: Clock, devices: UsbDevices): Promise<Finding> {
  const transport: UsbBulkTransport = { kind: 'usbBulk', ...SDT_READER, interfaceNumber: 0 };
  const opened = await usbBulkOpener({ ...transport, clock, devices, writeLimitMs: WRITE_LIMIT_MS }).open();
  const found = (what: string, evidence: string): Finding => ({
    where: `USB ${idOf(SDT_READER)}`,
    what: `identity-card reader (SDT over USB), ${what}`,
    certainty: 'certain',
    evidence: `USB vendor and product; ${evidence}`,
    fits: [
      { place: 'idCard', settings: { driver: 'sdt', transport: { kind: 'usbBulk', ...SDT_READER } }, open: SDT_OPEN },
    ],
  });
  if (!opened.ok)
    return found(`cannot be opened (${opened.error}): a udev rule must give it to this user`, 'not asked');
  const line = createLine(opened.value, clock);
  const { cmd, para } = SDT_COMMANDS.samStatus;
  const alive = readSdtReply(await line.ask(encodeRequest(cmd, para), REPLY_LIMIT_MS));
  const samId = alive && (await askSamId((frame, limitMs = REPLY_LIMIT_MS) => line.ask(frame, limitMs)));
  await line.close();
  if (!alive) return found('silent', 'it opens and does not answer the self-check');
  return found(samId ? `SAM ${samId}` : 'which tells no SAM-ID', 'it answered the self-check');
}

/** Throws where the system knows no USB at all. */
const devicesOfMachine: UsbDevices = async () => (await import('usb')).usb.getDevices();
