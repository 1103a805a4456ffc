import type { FormInputs } from '../../contract/catalogue/form.ts';
import type { SelfServiceItem } from '../../contract/catalogue/item.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { QueryAnswer } from '../../contract/gateway.ts';
import type { IdentityCard } from '../../contract/identity-card.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { checkDelivered, warmCheck } from '../printing/delivered/check-delivered.ts';
import type { Fetched } from '../session/visit-work.ts';
import type { ServiceParts } from './service-parts.ts';

/** Begins a transaction (on disk before anything is asked), asks the center, and checks a finished PDF. */
export async function fetchRecord(
  parts: ServiceParts,
  item: SelfServiceItem,
  card: IdentityCard | null,
  inputs: FormInputs,
  signal: AbortSignal,
): Promise<Result<Fetched, ErrorCode>> {
  const { transactions, center } = parts;
  const holder = card && { cardKind: card.kind, name: card.name, idNumber: card.idNumber };
  const begun = transactions.begin({ itemCode: item.code, holder });
  if (!begun.ok) return begun;
  const { id } = begun.value;

  const purpose = item.machine.purpose.zh;
  const answer = await center.query({ queryId: id, itemCode: item.code, holder, purpose, inputs }, signal);
  const fetched = answer.ok ? await accept(parts, item, id, answer.value, signal) : answer;
  if (!fetched.ok) {
    // What the resident is told is the query's error; a disk that fails here too is in the log.
    transactions.change(id, 'failed', { errorCode: fetched.error });
  } else if (signal.aborted && fetched.value.outcome === 'record') {
    // It came after all, and nobody waits for it any more.
    transactions.change(id, 'abandoned');
  }
  return fetched;
}

async function accept(
  { transactions, center }: ServiceParts,
  { machine: { document: form } }: SelfServiceItem,
  transactionId: string,
  answer: QueryAnswer,
  signal: AbortSignal,
): Promise<Result<Fetched, ErrorCode>> {
  if (answer.outcome === 'noRecord') {
    const changed = transactions.change(transactionId, 'noRecord');
    return changed.ok ? ok({ outcome: 'noRecord', transactionId }) : err('core.storeFailed');
  }
  if (answer.outcome === 'limitReached') return err('center.limitReached');
  const { document, record, delivered } = answer;
  const issued = transactions.issued(transactionId, document.number);
  if (!issued.ok) return err('core.storeFailed');
  const fetched = { outcome: 'record', transactionId, record, document } as const;
  if (form.kind === 'layout') return ok(fetched);
  if (!delivered) return err('center.badAnswer');
  const pdf = await center.fetchDelivered(delivered, signal);
  if (!pdf.ok) return pdf;
  const checked = await checkDelivered(pdf.value, delivered, { maxPages: form.maxPages });
  // A check uses its thread up, because the file may have been hostile.
  warmCheck();
  return checked.ok ? ok({ ...fetched, delivered: pdf.value }) : checked;
}
