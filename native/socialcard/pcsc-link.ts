import type { Log } from '../../contract/log-events.ts';
import { err } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { Meter } from '../device/meter.ts';
import type { Pause } from '../pause.ts';
import { openPcsc, type PcscClient } from '../pcsc/client.ts';
import type { LinkFailure } from '../pcsc/failure.ts';
import { createRecovery, type RecoveryPlan } from '../transport/recovery-ladder.ts';
import type { Wire, WireOpener } from '../transport/wire.ts';

/**
 * A connection to pcscd that failed cannot be mended, so the ladder begins with a new one; cards have their own retry and
 * reset (`card-slot.ts`, `card-attempt.ts`). Waits are short enough for a pcscd that comes back to be in use within 3 s.
 */
export const PCSC_RECOVERY: RecoveryPlan = {
  retry: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reset: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reopen: { attempts: 8, waitMs: 50, maxWaitMs: 500 },
  outOfService: { attempts: 1, waitMs: 1000, maxWaitMs: 1000 },
  forgetAfterMs: 10_000,
};

/** Keeps a client of a pcscd that answers. */
export interface PcscLink {
  /** `undefined` only after the pause was stopped. Takes as long as it takes. */
  client(): Promise<PcscClient | undefined>;
  /** It failed: throws it away. */
  lose(failure: LinkFailure): Promise<void>;
  /** Ends a wait for changes. */
  interrupt(): void;
  close(): Promise<void>;
}

export interface PcscLinkSettings {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Meter;
  readonly pause: Pause;
  readonly onOffline: (failure: LinkFailure) => void;
}

export function createPcscLink({ opener, clock, log, meter, pause, onOffline }: PcscLinkSettings): PcscLink {
  let client: PcscClient | undefined;
  const recovery = createRecovery({ plan: PCSC_RECOVERY, device: 'socialCard', clock, log });
  let failed = false;
  let wire: Wire | undefined;
  /** So that a stop need not wait for the answers of a daemon that is being joined. */
  const stoppable: WireOpener = {
    async open() {
      const opened = await opener.open();
      if (!opened.ok) return opened;
      wire = opened.value;
      if (!pause.stopped()) return opened;
      await wire.close();
      return err('portGone');
    },
  };

  const climb = async (): Promise<void> => {
    await pause.wait(recovery.climb('reopen').waitMs);
    meter.retry();
  };
  const lose = async (failure: LinkFailure): Promise<void> => {
    failed = true;
    if (failure.kind === 'protocol') log('wire-refused', { device: 'socialCard', reason: failure.reason });
    onOffline(failure);
    const lost = client;
    client = undefined;
    await lost?.close();
  };

  return {
    async client() {
      while (!pause.stopped()) {
        if (client) return client;
        if (failed) await climb();
        if (pause.stopped()) break;
        const opened = await openPcsc({ opener: stoppable, clock, meter });
        if (opened.ok) {
          client = opened.value;
          recovery.well();
        } else await lose(opened.error);
      }
      return undefined;
    },
    lose,
    interrupt: () => client?.interrupt(),
    async close() {
      const open = client;
      client = undefined;
      await open?.close();
      await wire?.close();
    },
  };
}
