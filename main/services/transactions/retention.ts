import type { Log } from '../../../contract/log-events.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock } from '../../../native/clock.ts';
import { type Db, type StoreFailure, write } from '../../store/write.ts';
import { transactionStatements } from './store.ts';

const DAY_MS = 86_400_000;
/** How long rows without a person stay for the technician. */
export const KEEP_DAYS = 190;
/** How long "what became of my print" can be asked after it was settled. */
export const PERSON_HASH_KEEP_MS = DAY_MS;
/** A print of unknown end that no printer could settle in this time stays unknown for good; its holder is erased. */
export const UNKNOWN_KEEP_DAYS = 7;

export interface RetentionOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly keepDays?: number;
}

/**
 * Erases what is not needed any more. Only rows whose last revision the center has are touched: what was not delivered
 * stays whole. Answers how many rows were removed. To be called at start and once a day.
 */
export function forgetOld({ db, clock, log, keepDays = KEEP_DAYS }: RetentionOptions): Result<number, StoreFailure> {
  const statements = transactionStatements(db);
  const now = clock.date().getTime();
  return write(db, log, () => {
    statements.giveUpUnknown.run(now - UNKNOWN_KEEP_DAYS * DAY_MS);
    statements.forgetPerson.run(now - PERSON_HASH_KEEP_MS);
    return statements.remove.run(now - keepDays * DAY_MS).changes;
  });
}
