import type { Log } from '../../contract/log-events.ts';
import type { Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import { createRecovery, type RecoveryPlan } from '../transport/recovery-ladder.ts';
import type { WireFailure } from '../transport/wire.ts';

/** What a wire and a HID device have in common. */
export interface Connection {
  onClose(listener: () => void): void;
  close(): Promise<void>;
}

/**
 * Retry belongs to the exchange; there is no reset, for a restart would take the scanner's settings. Waits are short enough
 * for a scanner that comes back to be in use within 3 s.
 */
export const SCANNER_RECOVERY: RecoveryPlan = {
  retry: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reset: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reopen: { attempts: 8, waitMs: 50, maxWaitMs: 500 },
  outOfService: { attempts: 1, waitMs: 1_000, maxWaitMs: 1_000 },
  forgetAfterMs: 10_000,
};

/** A connection that is just being opened is not waited for longer, milliseconds; it is closed as soon as it is there. */
const STOP_LIMIT_MS = 800;

export interface LinkSettings<C extends Connection> {
  readonly clock: Clock;
  readonly log: Log;
  readonly open: () => Promise<Result<C, WireFailure>>;
  /** A new connection: puts the device in order. Answers why it cannot be used, or `undefined`. Bounded in time. */
  readonly begin: (connection: C) => Promise<string | undefined>;
  /** It is in use. */
  readonly onOnline: () => void;
  /** It is not, or not any more; `reason` for a technician. */
  readonly onOffline: (reason: string) => void;
}

export interface Link {
  /** The connection is of no use any more: it is closed, and another one opened. */
  giveUp(reason: string): void;
  stop(): Promise<void>;
}

/** Keeps a device open: one connection after the other, each used once, with ever longer pauses between failures. */
export function createLink<C extends Connection>(settings: LinkSettings<C>): Link {
  const { clock, log, open, begin, onOnline, onOffline } = settings;
  let stopped = false;
  const recovery = createRecovery({ plan: SCANNER_RECOVERY, device: 'scanner', clock, log });
  let wake = (): void => undefined;
  let lose = (_reason: string): void => undefined;

  const pause = (delayMs: number): Promise<void> =>
    new Promise((resolve) => {
      if (stopped) return resolve();
      const cancel = clock.after(delayMs, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  const climb = (): number => recovery.climb('reopen').waitMs;
  /** Until the connection is lost; answers why. */
  const use = (connection: C): Promise<string> =>
    new Promise((resolve) => {
      let over = false;
      lose = (reason) => {
        over = true;
        resolve(reason);
      };
      connection.onClose(() => lose('portGone'));
      if (stopped) return lose('stopped');
      void begin(connection).then((reason) => {
        if (over) return;
        if (reason !== undefined) return lose(reason);
        recovery.well();
        onOnline();
      });
    });
  const run = async (): Promise<void> => {
    while (!stopped) {
      const opened = await open();
      let reason = opened.ok ? 'stopped' : opened.error;
      if (opened.ok) {
        reason = await use(opened.value);
        await opened.value.close();
      }
      if (stopped) return;
      onOffline(reason);
      await pause(climb());
    }
  };
  const running = run();
  return {
    giveUp: (reason) => lose(reason),
    async stop() {
      stopped = true;
      lose('stopped');
      wake();
      let cancel = (): void => undefined;
      const limit = new Promise<void>((resolve) => {
        cancel = clock.after(STOP_LIMIT_MS, resolve);
      });
      await Promise.race([running, limit]);
      cancel();
    },
  };
}
