import { err, ok, type Result } from '../../contract/result.ts';
import { type Clock, sharedNowMs } from '../../native/clock.ts';
import type { CoreToHost } from './host-protocol.ts';

/** Why a call brought no answer. */
export type CallFailure =
  /** It never reached the driver: nothing happened. */
  | 'notMade'
  /** It did, or may have, and then its process was lost or it did not answer in time: nobody knows what happened. */
  | 'lost';

export interface CallLimits {
  /** The driver must have begun by then, or the call is not made. */
  readonly beginMs: number;
  /** The answer must be there by then, counted from the call. */
  readonly endMs: number;
}

/** Calls that are under way, and those that wait for a process. */
export interface PendingCalls {
  /** Never throws; answers within `endMs`. */
  call(method: string, args: readonly unknown[], limits: CallLimits): Promise<Result<unknown, CallFailure>>;
  /** A process is there and takes calls by `send`: those that wait go to it. */
  open(send: (message: CoreToHost) => void): void;
  answered(id: number, value: unknown): void;
  expired(id: number): void;
  /** The process is gone: what was sent to it is lost, what was not waits for the next one. */
  lost(): void;
  /** There will be no other process. */
  end(): void;
}

interface Pending {
  sent: boolean;
  send(): void;
  settle(result: Result<unknown, CallFailure>): void;
}

export function createPendingCalls(clock: Clock): PendingCalls {
  const pending = new Map<number, Pending>();
  let send: ((message: CoreToHost) => void) | undefined;
  let lastId = 0;

  const lost = (): void => {
    send = undefined;
    for (const call of [...pending.values()]) if (call.sent) call.settle(err('lost'));
  };
  return {
    call(method, args, { beginMs, endMs }) {
      const expiresAtMs = sharedNowMs() + beginMs;
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        const cancels = [
          clock.after(beginMs, () => {
            if (!call.sent) call.settle(err('notMade'));
          }),
          clock.after(endMs, () => call.settle(err('lost'))),
        ];
        const call: Pending = {
          sent: false,
          send() {
            call.sent = true;
            send?.({ type: 'call', id, method, args, expiresAtMs });
          },
          settle(result) {
            pending.delete(id);
            for (const cancel of cancels) cancel();
            resolve(result);
          },
        };
        pending.set(id, call);
        if (send) call.send();
      });
    },
    open(given) {
      send = given;
      for (const call of pending.values()) if (!call.sent) call.send();
    },
    answered: (id, value) => pending.get(id)?.settle(ok(value)),
    expired: (id) => pending.get(id)?.settle(err('notMade')),
    lost,
    end() {
      lost();
      for (const call of [...pending.values()]) call.settle(err('notMade'));
    },
  };
}
