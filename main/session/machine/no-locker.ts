import { err } from '../../../contract/result.ts';
import type { LockerVisits } from '../locker-visits.ts';

/** A machine without a locker: nothing can be begun at it. */
export const NO_LOCKER: LockerVisits = {
  pickup: {
    waitingFor: () => 0,
    lockedMs: () => 0,
    prove: () => err('locker.offline'),
    pickUp: () => err('locker.offline'),
    confirmTaken: () => undefined,
    forget: () => undefined,
  },
  handIn: {
    hasMore: () => false,
    handIn: () => err('locker.offline'),
    again: () => err('locker.offline'),
    cancel: () => undefined,
  },
  columns: [],
  readiness: () => 'offline',
  hasScanner: () => false,
  lookForCode: () => undefined,
  asksForStill: false,
  findCase: async () => err('locker.offline'),
  slip: () => undefined,
};
