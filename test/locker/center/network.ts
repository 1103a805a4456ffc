import type { Acknowledgement, OutboxMessage } from '../../../contract/gateway.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { DeliverFailure } from '../../../main/sync/deliver.ts';
import { type Clock, sleep } from '../../../native/clock.ts';
import type { CenterModel } from './center-model.ts';

const DELIVER_MS = 40;
const UNREACHABLE_MS = 200;

/** `deaf`: what is sent arrives, and the answer does not. */
export type NetworkState = 'on' | 'off' | 'deaf';

/** The way to the center, in the drill's hand. */
export interface Network {
  set(state: NetworkState): void;
  state(): NetworkState;
  deliver(key: string, message: OutboxMessage): Promise<Result<Acknowledgement, DeliverFailure>>;
}

/** `onSent`: a message left the machine, whether or not anybody says so. */
export function createNetwork(
  clock: Clock,
  center: CenterModel,
  onSent: (key: string, message: OutboxMessage) => void,
): Network {
  let now: NetworkState = 'on';
  return {
    set(state) {
      now = state;
    },
    state: () => now,
    async deliver(key, message) {
      await sleep(clock, now === 'off' ? UNREACHABLE_MS : DELIVER_MS);
      if (now === 'off') return err({ kind: 'retry', code: 'center.unreachable' });
      // As on the wire: nothing but JSON arrives.
      const arrived = structuredClone(message);
      onSent(key, arrived);
      const acknowledged = center.take(key, arrived);
      return now === 'deaf' ? err({ kind: 'retry', code: 'center.timeout' }) : ok(acknowledged);
    },
  };
}
