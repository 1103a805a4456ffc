import { randomUUID } from 'node:crypto';
import type { FetchedRecord, PreparedDocument, PrintOutcome, PrintProgress } from '../session/visit-work.ts';
import type { ServiceParts } from './service-parts.ts';

/** Prints and writes down what the evidence says. The job is named by the document's number: it tells nothing of a person. */
export async function printDocument(
  { prints, transactions }: ServiceParts,
  { transactionId, document }: FetchedRecord,
  { pdf, pages }: PreparedDocument,
  onProgress: (progress: PrintProgress) => void,
  giveUp: AbortSignal,
): Promise<PrintOutcome> {
  if (!prints) return { outcome: 'notPrinted', code: 'printer.offline' };
  const outcome = await prints.print({
    printId: randomUUID(),
    transactionId,
    jobName: document.number,
    pdf,
    pages,
    onProgress,
    giveUp,
  });
  // A disk that fails now does not change what lies in the tray; the next start settles the transaction.
  transactions.change(transactionId, outcome.outcome, {
    pages: outcome.outcome === 'printed' ? pages : 0,
    ...(outcome.outcome !== 'printed' && { errorCode: outcome.code }),
  });
  return outcome;
}
