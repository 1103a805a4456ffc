import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { ModbusFailure } from '../modbus/exchange.ts';
import { createModbusMaster, type ModbusMaster } from '../modbus/master.ts';
import { createPause } from '../pause.ts';
import {
  nextRecovery,
  type RecoveryPlan,
  type RecoveryState,
  type RecoveryStep,
} from '../transport/recovery-ladder.ts';
import type { WireFailure, WireOpener } from '../transport/wire.ts';

/**
 * Retry is a proof that the board still answers in order; these boards have no reset; reopen is a new wire. Waits are short
 * enough, with the quiet time of a new wire, for a board that comes back to be in use within 3 s.
 */
export const IO_RECOVERY: RecoveryPlan = {
  retry: { attempts: 3, waitMs: 0, maxWaitMs: 0 },
  reset: { attempts: 0, waitMs: 0, maxWaitMs: 0 },
  reopen: { attempts: 8, waitMs: 50, maxWaitMs: 500 },
  outOfService: { attempts: 1, waitMs: 1000, maxWaitMs: 1000 },
  forgetAfterMs: 10_000,
};

/** Keeps a master with a wire under it. */
export interface IoLink {
  /** In use or just opened; `undefined` only after `stop`. Takes as long as it takes. */
  master(): Promise<ModbusMaster | undefined>;
  /** The one in use. */
  current(): ModbusMaster | undefined;
  /** Something failed: proves that the board answers, or throws the wire away. */
  recover(failure: ModbusFailure): Promise<void>;
  /** No wire is opened any more. */
  stop(): void;
  close(): Promise<void>;
}

export interface IoLinkSettings {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly address: number;
  /** There is no board, and why. */
  readonly onLost: (reason: WireFailure | ModbusFailure) => void;
  /** The wire is another one: what the board was told may be forgotten there. */
  readonly onOpened: () => void;
}

export function createIoLink({ opener, clock, log, address, onLost, onOpened }: IoLinkSettings): IoLink {
  const pause = createPause(clock);
  let master: ModbusMaster | undefined;
  let recovery: RecoveryState | undefined;
  let said: RecoveryStep | undefined;
  /** The first wire is opened at once; later ones wait, or a port that fails on every use would keep the machine busy. */
  let openedBefore = false;

  const climb = (atLeast: RecoveryStep): { readonly step: RecoveryStep; readonly waitMs: number } => {
    const action = nextRecovery(IO_RECOVERY, recovery, clock.now(), atLeast);
    recovery = action.state;
    const isNew = action.step !== said || action.state.attempts === 1;
    if (isNew) log('device-recovery', { device: 'auxiliaries', step: action.step });
    said = action.step;
    return action;
  };
  const drop = async (): Promise<void> => {
    const dropped = master;
    master = undefined;
    await dropped?.close();
  };
  const open = async (): Promise<void> => {
    const opened = await opener.open();
    if (!opened.ok) return onLost(opened.error);
    if (pause.stopped()) return opened.value.close();
    master = createModbusMaster({ wire: opened.value, clock, log, device: 'auxiliaries', address });
    onOpened();
  };

  return {
    async master() {
      while (!pause.stopped()) {
        if (master) return master;
        if (openedBefore) await pause.wait(climb('reopen').waitMs);
        if (pause.stopped()) break;
        openedBefore = true;
        await open();
      }
      return undefined;
    },
    current: () => master,
    async recover(failure) {
      const proven = failure === 'portGone' ? undefined : await master?.resync();
      if (proven?.ok && climb('retry').step === 'retry') return;
      if (!proven?.ok) onLost(failure);
      await drop();
    },
    stop: pause.stop,
    close: drop,
  };
}
