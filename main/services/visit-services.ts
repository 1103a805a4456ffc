import type { VisitWork } from '../session/visit-work.ts';
import { fetchRecord } from './fetch-record.ts';
import { prepareDocument } from './prepare-document.ts';
import { prepareGuide } from './prepare-guide.ts';
import { printDocument } from './print-document.ts';
import { printReceipt } from './print-receipt.ts';
import type { ServiceParts } from './service-parts.ts';

/** For how long after a restart a person is told what became of an interrupted print. */
export const EARLIER_PRINT_TOLD_MS = 30 * 60_000;

/** A print whose end the printer has not told for longer than this is not called running any more. */
export const STILL_PRINTING_MS = 10 * 60_000;

/** The work of a visit, done with the real things. */
export function createVisitServices(parts: ServiceParts): VisitWork {
  const { transactions, clock } = parts;
  const told = new Set<string>();
  return {
    fetch: (item, card, inputs, signal) => fetchRecord(parts, item, card, inputs, signal),
    prepare: (item, card, fetched) => prepareDocument(parts, item, card, fetched),
    guide: (item, language) => prepareGuide(parts, item, language),
    print: (target, document, onProgress, giveUp) => printDocument(parts, target, document, onProgress, giveUp),
    receipt: (item, card, fetched, pages, language) => printReceipt(parts, item, card, fetched, pages, language),
    abandon: (transactionId) => {
      transactions.change(transactionId, 'abandoned');
    },
    rate: (transactionId, level) => {
      transactions.rate(transactionId, level);
    },
    earlier: ({ idNumber }) => {
      const open = transactions.stillOpen(idNumber);
      if (open.ok && open.value) {
        const { itemCode, changedAt } = open.value;
        const ageMs = clock.date().getTime() - Date.parse(changedAt);
        return { itemCode, outcome: ageMs < STILL_PRINTING_MS ? 'printing' : 'unknown' };
      }
      const interrupted = transactions.lastInterrupted(idNumber, EARLIER_PRINT_TOLD_MS);
      if (!interrupted.ok || !interrupted.value || told.has(interrupted.value.transactionId)) return undefined;
      const { transactionId, itemCode, outcome } = interrupted.value;
      told.add(transactionId);
      return { itemCode, outcome };
    },
  };
}
