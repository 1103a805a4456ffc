import type { Result } from '../../contract/result.ts';
import { type Clock, sleep } from '../clock.ts';

/** A frame takes a while to the board, and a lock a while to let go. */
export const PULSE_MARGIN_MS = 100;

/** Between two looks, while a long pulse is waited for, whether the locker was stopped. */
const STOP_LOOK_INTERVAL_MS = 200;

export interface UnlockSent {
  /** When the unlock frame was written. */
  readonly sentAtMs: number;
}

/**
 * At most one lock of the cabinet is under current. One for all wires that the locker is reached by in its life: a lock
 * stays under current when the cable is pulled.
 */
export interface LockPulses {
  /**
   * Runs `send` when no lock is under current, one after the other. It answers when an unlock frame was written;
   * a failure: none was. It is run in any case, and has to look at its own deadline.
   */
  inTurn<E>(pulseMs: number, send: () => Promise<Result<UnlockSent, E>>): Promise<Result<UnlockSent, E>>;
}

/** `stopped`: nothing is sent any more, and nobody needs to wait for it. */
export function createLockPulses(clock: Clock, stopped: () => boolean): LockPulses {
  let endAtMs = Number.NEGATIVE_INFINITY;
  let tail: Promise<unknown> = Promise.resolve();
  return {
    inTurn(pulseMs, send) {
      const mine = tail.then(async () => {
        for (let waitMs = endAtMs - clock.now(); waitMs > 0 && !stopped(); waitMs = endAtMs - clock.now()) {
          await sleep(clock, Math.min(waitMs, STOP_LOOK_INTERVAL_MS));
        }
        const sent = await send();
        if (sent.ok) endAtMs = sent.value.sentAtMs + pulseMs + PULSE_MARGIN_MS;
        return sent;
      });
      tail = mine;
      return mine;
    },
  };
}
