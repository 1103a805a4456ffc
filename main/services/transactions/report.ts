import type { Holder, TransactionReport } from '../../../contract/gateway.ts';
import { transactionReportSchema } from '../../../contract/gateway.ts';
import type { Sealer } from '../../store/sealing.ts';
import { type TransactionRow, toTransaction } from './store.ts';

const rowName = (id: string): string => `transaction:${id}`;

export const sealHolder = (sealer: Sealer, id: string, holder: Holder | null): Buffer =>
  sealer.seal(rowName(id), JSON.stringify(holder));

/** The person of a row, null where it is about nobody; undefined when erased, or when the key is not the one that sealed it. */
export function openHolder(sealer: Sealer, { id, holder }: TransactionRow): Holder | null | undefined {
  if (holder === null) return undefined;
  const opened = sealer.open(rowName(id), holder);
  return opened.ok ? transactionReportSchema.shape.holder.parse(JSON.parse(opened.value)) : undefined;
}

/** What `PUT /v1/transactions/:id` gets for this revision. */
export function transactionReport(row: TransactionRow, holder: Holder | null, kioskId: string): TransactionReport {
  const { documentNumber, pages, errorCode, ...always } = toTransaction(row);
  return {
    ...always,
    kioskId,
    holder,
    ...(documentNumber !== undefined && { documentNumber }),
    ...(pages !== undefined && { pages }),
    ...(errorCode !== undefined && { errorCode }),
  };
}
