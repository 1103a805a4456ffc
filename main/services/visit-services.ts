import type { VisitWork } from '../session/visit-work.ts';
import { fetchRecord } from './fetch-record.ts';
import { prepareDocument } from './prepare-document.ts';
import { printDocument } from './print-document.ts';
import { printReceipt } from './print-receipt.ts';
import type { ServiceParts } from './service-parts.ts';

/** For how long after a restart a person is told what became of an interrupted print. */
export const EARLIER_PRINT_TOLD_MS = 30 * 60_000;

/** The work of a visit, done with the real things. */
export function createVisitServices(parts: ServiceParts): VisitWork {
  const { transactions } = parts;
  return {
    fetch: (item, card, signal) => fetchRecord(parts, item, card, signal),
    prepare: (item, card, fetched) => prepareDocument(parts, item, card, fetched),
    print: (_item, fetched, document, onProgress, giveUp) =>
      printDocument(parts, fetched, document, onProgress, giveUp),
    receipt: (item, card, fetched, pages, language) => printReceipt(parts, item, card, fetched, pages, language),
    abandon: (transactionId) => {
      transactions.change(transactionId, 'abandoned');
    },
    rate: (transactionId, level) => {
      transactions.rate(transactionId, level);
    },
    earlier: (card) => {
      const interrupted = transactions.lastInterrupted(card.idNumber, EARLIER_PRINT_TOLD_MS);
      if (!interrupted.ok || !interrupted.value) return undefined;
      const { itemCode, outcome } = interrupted.value;
      return { itemCode, outcome };
    },
  };
}
