import type { Sealer } from '../../store/sealing.ts';
import type { Ledger } from '../ledger.ts';
import type { LockerTables } from '../store/tables.ts';

/** Whose wrong codes are counted together: one person's, or all that were typed without a card. */
export type TryScope = { readonly idNumber: string } | 'machine';

/** Wrong codes, kept over restarts. */
export interface Tries {
  /** Milliseconds until the next code is judged; 0: now. Not within a commit. */
  lockedMs(scope: TryScope): number;
  /** Within a commit: one more wrong code. Answers for how long the pad is closed now, milliseconds; 0: it is not. */
  wrong(scope: TryScope): number;
  /** Within a commit: a right one; those before do not count any more. */
  right(scope: TryScope): void;
}

export interface TriesParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly sealer: Sealer;
  readonly wrongCodes: number;
  readonly lockMinutes: number;
}

const MINUTE_MS = 60_000;

export function createTries({ tables, ledger, sealer, wrongCodes, lockMinutes }: TriesParts): Tries {
  const lockMs = lockMinutes * MINUTE_MS;
  const machine = sealer.keyedHash('pickup-tries', 'machine');
  const scopeOf = (scope: TryScope): Buffer =>
    scope === 'machine' ? machine : sealer.keyedHash('pickup-tries', `person:${scope.idNumber}`);

  return {
    lockedMs(scope) {
      const row = tables.tries.byScope.get(scopeOf(scope));
      if (row === undefined || row.locked_until === null) return 0;
      const now = ledger.now();
      const restMs = row.locked_until - now;
      if (restMs <= lockMs) return Math.max(0, restMs);
      // The clock was set back: closed once more from now, and not until that day comes again.
      ledger.commit(() => tables.tries.put.run({ ...row, last_at: now, locked_until: now + lockMs }));
      return lockMs;
    },
    wrong(scope) {
      const key = scopeOf(scope);
      const now = ledger.now();
      const before = tables.tries.byScope.get(key);
      // Slips of last week are not the begin of an attack; and a try needs the holder's card or a live QR code anyway.
      const isOld = before === undefined || Math.abs(now - before.last_at) > lockMs || before.locked_until !== null;
      const wrong = (isOld ? 0 : before.wrong) + 1;
      const locks = wrong >= wrongCodes;
      tables.tries.put.run({ scope: key, wrong, last_at: now, locked_until: locks ? now + lockMs : null });
      return locks ? lockMs : 0;
    },
    right: (scope) => void tables.tries.forget.run(scopeOf(scope)),
  };
}
