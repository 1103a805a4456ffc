import { err } from '../../../contract/result.ts';
import { sharedNowMs } from '../../../native/clock.ts';
import type { Lockboard, LockerFailure } from '../../../native/lockboard/lockboard.ts';
import type { DeviceLink } from '../device-link.ts';

const STATES_LIMITS = { beginMs: 3_000, endMs: 15_000 };
const AIM_LIMITS = { beginMs: 500, endMs: 1_000 };
/** After the last moment for an unlock frame, the driver watches the door; then its answer must come. */
const AFTER_OPENING_MS = 20_000;

/** The locker boards in their process, as the rest of the kiosk uses them. */
export function lockerOver(link: DeviceLink): Lockboard {
  return {
    async open(cell, withinMs) {
      // Not the span: it would begin anew in a process that was being started, or hung, when the call came.
      const answer = await link.call('open', [cell, sharedNowMs() + withinMs], {
        beginMs: withinMs,
        endMs: withinMs + AFTER_OPENING_MS,
      });
      if (answer.ok) return answer.value as Awaited<ReturnType<Lockboard['open']>>;
      // A process that was lost on the way may have sent the unlock frame, or not: only the door knows.
      return err<LockerFailure>(answer.error === 'notMade' ? 'locker.offline' : 'locker.doorUnknown');
    },
    // Nobody waits for it: without it the door only opens a moment later.
    aim: (cell) => void link.call('aim', [cell], AIM_LIMITS),
    async states() {
      const answer = await link.call('states', [], STATES_LIMITS);
      return answer.ok ? (answer.value as Awaited<ReturnType<Lockboard['states']>>) : err('locker.offline' as const);
    },
  };
}
