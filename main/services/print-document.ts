import { randomUUID } from 'node:crypto';
import type { PreparedDocument, PrintOutcome, PrintProgress, PrintTarget } from '../session/visit-work.ts';
import type { ServiceParts } from './service-parts.ts';

/** Of a print's id: enough to tell two prints of one document apart. */
const ID_SHOWN = 8;

/**
 * Prints and writes down what the evidence says. The job is named by the document's number, or the item of a guide, which
 * tells nothing of a person, and by the print: a department may give one document its number again, and two jobs of one
 * name cannot be told apart after a restart.
 */
export async function printDocument(
  { prints, transactions }: ServiceParts,
  { transactionId, name, paper }: PrintTarget,
  { pdf, pages }: PreparedDocument,
  onProgress: (progress: PrintProgress) => void,
  giveUp: AbortSignal,
): Promise<PrintOutcome> {
  if (!prints) return { outcome: 'notPrinted', code: 'printer.offline' };
  const printId = randomUUID();
  const outcome = await prints.print({
    printId,
    transactionId,
    jobName: `${name} ${printId.slice(0, ID_SHOWN)}`,
    pdf,
    pages,
    paper,
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
