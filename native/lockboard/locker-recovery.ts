import type { RecoveryPlan } from '../transport/recovery-ladder.ts';

/** Retry asks all boards again on the same wire; no board has a reset; reopen is a new wire. Short enough to be back in 3 s. */
export const LOCKER_RECOVERY: RecoveryPlan = {
  retry: { attempts: 1, waitMs: 0, maxWaitMs: 0 },
  reset: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reopen: { attempts: 8, waitMs: 50, maxWaitMs: 500 },
  outOfService: { attempts: 1, waitMs: 1000, maxWaitMs: 1000 },
  forgetAfterMs: 10_000,
};
/** While a board is silent, rounds are no further apart than this, whatever the configuration says. */
export const SILENT_ROUND_INTERVAL_MS = 1000;
