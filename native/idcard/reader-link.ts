import type { DeviceState } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import {
  nextRecovery,
  type RecoveryAction,
  type RecoveryPlan,
  type RecoveryState,
  type RecoveryStep,
} from '../transport/recovery-ladder.ts';
import type { WireOpener } from '../transport/wire.ts';
import { createSdtDriver, type SdtDriver, type SdtFailure } from './driver.ts';
import type { StoppablePause } from './stoppable-pause.ts';

/**
 * Retry is a proof that the module still answers in order; reset is left out, because no public source has its bytes;
 * reopen is a new wire. Waits are short enough for a reader that comes back to be in use within 3 s.
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
  readonly pause: StoppablePause;
  readonly onDevice: (state: DeviceState) => void;
}

export function createReaderLink({ opener, clock, log, pause, onDevice }: ReaderLinkSettings): ReaderLink {
  let driver: SdtDriver | undefined;
  let recovery: RecoveryState | undefined;
  let said: RecoveryStep | undefined;

  const climb = (atLeast: RecoveryStep): RecoveryAction => {
    const action = nextRecovery(READER_RECOVERY, recovery, clock.now(), atLeast);
    recovery = action.state;
    if (action.step !== said) log('device-recovery', { device: 'idCard', step: action.step });
    said = action.step;
    return action;
  };
  const drop = async (): Promise<void> => {
    const dropped = driver;
    driver = undefined;
    await dropped?.close();
  };
  const lose = async (failure: SdtFailure): Promise<void> => {
    onDevice(isFault(failure) ? 'hardwareError' : 'offline');
    await drop();
  };
  const open = async (): Promise<void> => {
    const opened = await opener.open();
    if (!opened.ok) return onDevice('offline');
    driver = createSdtDriver({ wire: opened.value, clock, log });
    const inStep = await driver.resync();
    if (!inStep.ok) return lose(inStep.error);
    said = undefined;
    onDevice('online');
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
      if (isGone(failure) || isFault(failure)) return lose(failure);
      const inStep = await driver?.resync();
      if (inStep && !inStep.ok) return lose(inStep.error);
      // The module is well, the line is not: a few times that is noise, then the port is opened anew.
      if (climb('retry').step !== 'retry') await drop();
    },
    close: drop,
  };
}

const isGone = (failure: SdtFailure): boolean => failure.kind === 'exchange' && failure.reason === 'portGone';

const isFault = (failure: SdtFailure): boolean =>
  failure.kind === 'status' && failure.status.handling === 'deviceFault';
