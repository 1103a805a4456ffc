import type { QueryRequest, TransactionState } from '../../../contract/gateway.ts';

export type Holder = QueryRequest['holder'];

/** One use of one item by one person, as the kiosk keeps it. */
export interface Transaction {
  readonly id: string;
  /** Rises by one with every change; the highest is the truth. */
  readonly revision: number;
  readonly itemCode: string;
  readonly state: TransactionState;
  readonly documentNumber: string | undefined;
  readonly pages: number | undefined;
  readonly errorCode: string | undefined;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly changedAt: string;
}

/** The closed table of changes. Finished never goes back: the center may have it, and the person is erased here by then. */
const NEXT: Readonly<Record<TransactionState, readonly TransactionState[]>> = {
  started: ['printed', 'noRecord', 'notPrinted', 'unknown', 'failed', 'abandoned'],
  unknown: ['printed', 'notPrinted'],
  printed: [],
  noRecord: [],
  notPrinted: [],
  failed: [],
  abandoned: [],
};

export const mayBecome = (from: TransactionState, to: TransactionState): boolean => NEXT[from].includes(to);

export const isFinished = (state: TransactionState): boolean => NEXT[state].length === 0;
