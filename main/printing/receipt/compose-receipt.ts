import type { Language } from '../../../contract/screen.ts';
import type { Bilingual } from '../../../contract/text.ts';
import type { ReceiptDocument } from '../../../native/receipt/receipt.ts';
import { shanghaiTime } from '../shanghai-time.ts';
import { RECEIPT_WORDS } from './receipt-words.ts';

/** What a receipt tells: that a document was printed, for whom, where and when, and how to check it. */
export interface ReceiptFacts {
  readonly kiosk: { readonly id: string; readonly site: string; readonly phone: string };
  readonly itemName: Bilingual;
  readonly documentNumber: string;
  /** Where the center says whether the document is genuine. */
  readonly verifyUrl: string;
  /** Printed pages of A4. */
  readonly pages: number;
  /** In full: the paper goes into the hand of this person. Absent: public information, about nobody. */
  readonly holderName: string | undefined;
  readonly transactionId: string;
  readonly printedAt: Date;
  readonly language: Language;
}

/** The receipt of one printed document. Pure: the same facts give the same receipt. */
export function composeReceipt(facts: ReceiptFacts): ReceiptDocument {
  const { kiosk, language } = facts;
  const words = RECEIPT_WORDS[language];
  const itemName = language === 'zh-CN' ? facts.itemName.zh : facts.itemName.en;
  return [
    { kind: 'text', text: words.service, align: 'center' },
    { kind: 'text', text: words.title, align: 'center', size: 2, bold: true },
    { kind: 'rule' },
    { kind: 'pair', label: words.item, value: itemName },
    ...(facts.holderName === undefined
      ? []
      : [{ kind: 'pair', label: words.holder, value: facts.holderName } as const]),
    { kind: 'pair', label: words.pages, value: words.pageCount(facts.pages) },
    { kind: 'pair', label: words.documentNumber, value: facts.documentNumber },
    { kind: 'pair', label: words.printedAt, value: shanghaiTime(facts.printedAt) },
    { kind: 'pair', label: words.site, value: kiosk.site },
    { kind: 'pair', label: words.kiosk, value: kiosk.id },
    { kind: 'pair', label: words.transaction, value: facts.transactionId },
    { kind: 'rule' },
    { kind: 'qr', data: facts.verifyUrl },
    { kind: 'text', text: words.verify, align: 'center' },
    { kind: 'rule' },
    { kind: 'text', text: words.takeAlong, align: 'center', bold: true },
    { kind: 'text', text: words.hotline(kiosk.phone), align: 'center' },
    { kind: 'text', text: words.goodbye, align: 'center' },
    { kind: 'feed', lines: 2 },
  ];
}
