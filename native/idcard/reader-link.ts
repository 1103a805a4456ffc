import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { Pause } from '../pause.ts';
import {
  nextRecovery,
  type RecoveryAction,
  type RecoveryPlan,
  type RecoveryState,
  type RecoveryStep,
} from '../transport/recovery-ladder.ts';
import type { WireOpener } from '../transport/wire.ts';
import type { Dialect } from './dialect.ts';
import { createSdtDriver, type SdtDriver, type SdtFailure } from './driver.ts';
import { type LinkHealth, ONLINE, openFailed, whyLost } from './link-health.ts';

/**
 * Retry is a proof that the module still answers in order; reset is left out unless its bytes are configured; reopen is a
 * new wire. Waits are short enough for a reader that comes back to be in use within 3 s.
 */
export const READER_RECOVERY: RecoveryPlan = {
  retry: { attempts: 3, waitMs: 0, maxWaitMs: 0 },
  reset: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reopen: { attempts: 8, waitMs: 50, maxWaitMs: 500 },
  outOfService: { attempts: 1, waitMs: 1000, maxWaitMs: 1000 },
  forgetAfterMs: 10_000,
};

/** Keeps a driver with a module that answers. */
export interface ReaderLink {
  /** A driver in step with its module; `undefined` only after the pause was stopped. Takes as long as it takes. */
  driver(): Promise<SdtDriver | undefined>;
  /** Something failed: brings the driver back in step, or throws its wire away. */
  recover(failure: SdtFailure): Promise<void>;
  close(): Promise<void>;
}

export interface ReaderLinkSettings {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly pause: Pause;
  readonly onHealth: (health: LinkHealth) => void;
  readonly dialect: Dialect;
  readonly baudRate?: number | undefined;
}

const RESET_ONCE: RecoveryPlan['reset'] = { attempts: 1, waitMs: 0, maxWaitMs: 0 };
/** A module that goes on reporting a fault of its own is reset again after so long. */
export const FAULT_RESET_INTERVAL_MS = 30_000;

export function createReaderLink(settings: ReaderLinkSettings): ReaderLink {
  const { opener, clock, log, pause, onHealth, dialect, baudRate } = settings;
  const plan: RecoveryPlan = dialect.reset ? { ...READER_RECOVERY, reset: RESET_ONCE } : READER_RECOVERY;
  let driver: SdtDriver | undefined;
  let recovery: RecoveryState | undefined;
  let said: RecoveryStep | undefined;
  let resetAtMs = Number.NEGATIVE_INFINITY;

  const say = (step: RecoveryStep): void => {
    if (step !== said) log('device-recovery', { device: 'idCard', step });
    said = step;
  };
  const climb = (atLeast: RecoveryStep): RecoveryAction => {
    const action = nextRecovery(plan, recovery, clock.now(), atLeast);
    recovery = action.state;
    say(action.step);
    return action;
  };
  const drop = async (): Promise<void> => {
    const dropped = driver;
    driver = undefined;
    await dropped?.close();
  };
  const lose = async (failure: SdtFailure): Promise<void> => {
    onHealth(whyLost(failure));
    await drop();
  };
  /** Only while the module answers in order. It may then start anew and be silent: the wire is given up and asked again. */
  const reset = async (): Promise<void> => {
    resetAtMs = clock.now();
    await driver?.resetSam();
    const inStep = await driver?.resync();
    if (inStep && !inStep.ok) await lose(inStep.error);
  };
  /**
   * A module that reports a fault of its own is reset where that is configured, whatever was tried for its line before;
   * then its wire is given up.
   */
  const onFault = async (failure: SdtFailure): Promise<void> => {
    onHealth(whyLost(failure));
    if (!driver?.canReset || clock.now() - resetAtMs < FAULT_RESET_INTERVAL_MS) return drop();
    say('reset');
    await reset();
  };
  const open = async (): Promise<void> => {
    const opened = await opener.open();
    if (!opened.ok) return onHealth(openFailed(opened.error));
    driver = createSdtDriver({ wire: opened.value, clock, log, dialect, baudRate });
    const inStep = await driver.resync();
    if (!inStep.ok) await (isFault(inStep.error) ? onFault(inStep.error) : lose(inStep.error));
    if (!driver) return;
    said = undefined;
    onHealth(ONLINE);
  };

  return {
    async driver() {
      while (!pause.stopped()) {
        if (driver) return driver;
        await open();
        if (!driver && !pause.stopped()) await pause.wait(climb('reopen').waitMs);
      }
      return undefined;
    },
    async recover(failure) {
      if (isFault(failure)) {
        await onFault(failure);
        if (driver) onHealth(ONLINE);
        return;
      }
      if (isGone(failure)) return lose(failure);
      const inStep = await driver?.resync();
      if (inStep && !inStep.ok) return lose(inStep.error);
      // The module is well, the line is not: a few times that is noise, then the port is opened anew.
      const { step } = climb('retry');
      if (step === 'reset') await reset();
      else if (step !== 'retry') await drop();
    },
    close: drop,
  };
}

const isGone = (failure: SdtFailure): boolean => failure.kind === 'exchange' && failure.reason === 'portGone';

const isFault = (failure: SdtFailure): boolean =>
  failure.kind === 'status' && failure.status.handling === 'deviceFault';
