import type { Language } from '../../../contract/screen.ts';
import type { Bilingual } from '../../../contract/text.ts';
import type { ReceiptDocument } from '../../../native/receipt/receipt.ts';
import { shanghaiTime } from '../shanghai-time.ts';
import { HAND_IN_WORDS } from './hand-in-words.ts';

/** What the slip tells: that something was put into the locker for a case. No name: whoever finds it learns nothing. */
export interface HandInFacts {
  readonly kiosk: { readonly id: string; readonly site: string; readonly phone: string };
  readonly caseNumber: string;
  /** Absent: the center could not be asked. */
  readonly itemName: Bilingual | undefined;
  readonly cell: number;
  readonly parcelId: string;
  readonly handedInAt: Date;
  readonly language: Language;
}

/** The slip of materials that were handed in. Its QR code is the case number, so that more can be handed in with it. */
export function composeHandInSlip(facts: HandInFacts): ReceiptDocument {
  const { kiosk, itemName, language } = facts;
  const words = HAND_IN_WORDS[language];
  return [
    { kind: 'text', text: words.service, align: 'center' },
    { kind: 'text', text: words.title, align: 'center', size: 2, bold: true },
    { kind: 'rule' },
    { kind: 'pair', label: words.caseNumber, value: facts.caseNumber },
    ...(itemName
      ? [{ kind: 'pair', label: words.item, value: language === 'zh-CN' ? itemName.zh : itemName.en } as const]
      : [{ kind: 'text', text: words.unverified } as const]),
    { kind: 'pair', label: words.cell, value: words.cellNumber(facts.cell) },
    { kind: 'pair', label: words.handedInAt, value: shanghaiTime(facts.handedInAt) },
    { kind: 'pair', label: words.site, value: kiosk.site },
    { kind: 'pair', label: words.kiosk, value: kiosk.id },
    { kind: 'pair', label: words.reference, value: facts.parcelId },
    { kind: 'rule' },
    { kind: 'qr', data: facts.caseNumber },
    { kind: 'text', text: words.more, align: 'center' },
    { kind: 'rule' },
    { kind: 'text', text: words.whatNext, align: 'center', bold: true },
    { kind: 'text', text: words.hotline(kiosk.phone), align: 'center' },
    { kind: 'feed', lines: 2 },
  ];
}
