import type { Log } from '../../../contract/log-events.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock } from '../../../native/clock.ts';
import { type Db, type StoreFailure, write } from '../../store/write.ts';

export const MOST_TRIES = 5;
export const LOCK_MS = 15 * 60_000;

/** Whose tries are counted: a number of the list, or all numbers and cards that nobody has together. */
export type TriesSubject = string;
export const NOBODY: TriesSubject = '';

export interface Try {
  /** More than 0: no try now, for so long. */
  readonly lockedMs: number;
  /** If this one is wrong, the subject is locked; that is written already. */
  readonly isLast: boolean;
}

/** Counts wrong sign-ins, over restarts. */
export interface Tries {
  /** Counts the try as wrong before it is looked at: pulling the plug at the right moment gains nothing. */
  begin(subject: TriesSubject, clearedAt: string | undefined): Result<Try, StoreFailure>;
  /** The try that was begun was right: nothing is held against them. */
  succeeded(subject: TriesSubject): Result<void, StoreFailure>;
}

interface Row {
  wrong: number;
  locked_until: number | null;
  changed_at: number;
}

export function createTries(parts: { readonly db: Db; readonly log: Log; readonly clock: Clock }): Tries {
  const { db, log, clock } = parts;
  const find = db.prepare<[string], Row>('SELECT wrong, locked_until, changed_at FROM staff_tries WHERE subject = ?');
  const forget = db.prepare<[string]>('DELETE FROM staff_tries WHERE subject = ?');
  const count = db.prepare<[string, number, number | null, number]>(
    'INSERT OR REPLACE INTO staff_tries (subject, wrong, locked_until, changed_at) VALUES (?, ?, ?, ?)',
  );

  /** The row that still counts: not one that an administrator cleared, nor a lock that has run out. */
  function standing(subject: string, clearedAt: string | undefined, nowMs: number): Row | undefined {
    const row = find.get(subject);
    if (!row) return undefined;
    const clearedMs = clearedAt === undefined ? undefined : Date.parse(clearedAt);
    // One that is still to come was written before the clock was set back; until then everything would be forgotten.
    if (clearedMs !== undefined && clearedMs >= row.changed_at && clearedMs <= nowMs) return undefined;
    return row.locked_until !== null && row.locked_until <= nowMs ? undefined : row;
  }

  return {
    begin: (subject, clearedAt) =>
      write(db, log, () => {
        const nowMs = clock.date().getTime();
        const row = standing(subject, clearedAt, nowMs);
        // A clock that was set back must not lock anybody for longer than a lock lasts.
        if (row?.locked_until) return { lockedMs: Math.min(row.locked_until - nowMs, LOCK_MS), isLast: false };
        const wrong = (row?.wrong ?? 0) + 1;
        const isLast = wrong >= MOST_TRIES;
        count.run(subject, wrong, isLast ? nowMs + LOCK_MS : null, nowMs);
        return { lockedMs: 0, isLast };
      }),
    succeeded: (subject) => write(db, log, () => void forget.run(subject)),
  };
}
