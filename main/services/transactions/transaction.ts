import type { ErrorCode } from '../../../contract/errors.ts';
import type { Holder, OutboxMessage, RatingLevel, TransactionState } from '../../../contract/gateway.ts';
import type { Result } from '../../../contract/result.ts';
import type { StoreFailure } from '../../store/write.ts';

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

/** `stateRefused`: not in the table of changes (it has ended already), or its holder is erased; nothing was written. */
export type ChangeFailure = StoreFailure | 'stateRefused';

export interface InterruptedPrint {
  readonly transactionId: string;
  readonly itemCode: string;
  readonly outcome: Extract<TransactionState, 'printed' | 'notPrinted' | 'unknown'>;
}

export interface ChangeDetails {
  /** Pages that came out, or were sent. */
  readonly pages?: number;
  readonly errorCode?: ErrorCode;
}

/**
 * The kiosk's transactions. Every change is one durable commit of the row and of its outbox message; when a call has
 * returned ok, a power cut cannot take it back. An id that does not exist is a bug and throws.
 */
export interface Transactions {
  /** Writes "this person begins this item" before anything is done. `null`: it is about nobody. */
  begin(what: { readonly itemCode: string; readonly holder: Holder | null }): Result<Transaction, StoreFailure>;
  /** A department issued a document; only while it is `started`. The same number again is harmless. */
  issued(id: string, documentNumber: string): Result<Transaction, ChangeFailure>;
  /** Ends it, or settles an `unknown` one. The state that it has already is harmless and writes nothing. */
  change(id: string, state: TransactionState, details?: ChangeDetails): Result<Transaction, ChangeFailure>;
  /** One rating per transaction (GB/T 39734): the first stands, later ones have no effect. */
  rate(id: string, level: RatingLevel): Result<void, StoreFailure>;
  /** Those that an earlier start of the core left `started`, and all `unknown` ones; oldest first. */
  unfinished(): Result<readonly Transaction[], StoreFailure>;
  /** How the last print of this person ended that a restart interrupted and that was settled within `withinMs`. */
  lastInterrupted(idNumber: string, withinMs: number): Result<InterruptedPrint | undefined, StoreFailure>;
  /** The newest transaction of this person that an earlier start of the core left `started` and that has no end yet. */
  stillOpen(idNumber: string): Result<Transaction | undefined, StoreFailure>;
  /** The center has the message: erases the person once it was the final one. Runs inside the courier's commit. */
  acknowledged(message: OutboxMessage): void;
}
