import type { SensorEvent } from '../../contract/auxiliaries.ts';
import type { AuxiliariesConfig } from '../../contract/device-config/auxiliaries.ts';
import type { HealthReport } from '../../contract/device-health.ts';
import type { Log } from '../../contract/log-events.ts';
import { err, ok } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import { isUnanswered, type ModbusFailure } from '../modbus/exchange.ts';
import type { ModbusMaster } from '../modbus/master.ts';
import { createPause } from '../pause.ts';
import type { WireOpener } from '../transport/wire.ts';
import type { RunningAuxiliaries } from './auxiliaries.ts';
import { createIoHealth } from './io-health.ts';
import { createIoLink } from './io-link.ts';
import { createLampBoard } from './lamp-board.ts';
import { untilNextFlashMs } from './lamps.ts';
import { createSensorBoard } from './sensor-board.ts';
import { createLightWishes, NOT_TAKEN, TAKEN } from './wanted-lights.ts';

/** Between two looks at what the relays are. */
export const LAMP_CHECK_INTERVAL_MS = 3_000;
/** What a board refused is tried again after so long. */
export const REFUSED_WAIT_MS = 1_000;
/** For putting out the lights and closing. */
export const STOP_LIMIT_MS = 900;

export interface ModbusIoSettings extends Omit<AuxiliariesConfig, 'driver' | 'transport'> {
  readonly opener: WireOpener;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: (event: SensorEvent) => void;
  readonly report: (health: HealthReport) => void;
}

/**
 * Lights and sensors on a Modbus board. One loop does everything, one exchange at a time: relays that are to change, then inputs,
 * now and then what the relays are. A board that falls silent is offline within 2 s, and one that comes back is in use within 3 s
 * with its lights as they are wanted. Should this process be killed, lights stay as they are until it is started again.
 */
export function createModbusIo(settings: ModbusIoSettings): RunningAuxiliaries {
  const { opener, clock, log, emit, report, address, lights, flashing, pollIntervalMs } = settings;
  const pause = createPause(clock);
  const wishes = createLightWishes(clock);
  const lamps = createLampBoard({ lights, flashing }, address);
  const sensors = createSensorBoard(settings.sensors, { address, clock, emit });
  /** The inputs were read the last time; relays may be refused all the same. */
  let readable = false;
  let readAtMs = Number.NEGATIVE_INFINITY;
  let checkedAtMs = Number.NEGATIVE_INFINITY;

  const health = createIoHealth({ log, report, sensors: sensors.states });
  const link = createIoLink({
    opener,
    clock,
    log,
    address,
    onLost(reason) {
      readable = false;
      sensors.forget();
      health.lost(reason);
      for (const settle of wishes.waiting()) settle(NOT_TAKEN);
    },
    onOpened() {
      lamps.forget();
      readAtMs = Number.NEGATIVE_INFINITY;
      checkedAtMs = clock.now();
    },
  });

  /** Answers the failure that the link must mend, if any; what the board refuses is no such failure. */
  const round = async (master: ModbusMaster): Promise<ModbusFailure | undefined> => {
    const refused: ModbusFailure[] = [];
    const isBroken = (failure: ModbusFailure): boolean => {
      if (isUnanswered(failure)) return true;
      refused.push(failure);
      return false;
    };
    const waiting = wishes.waiting();
    const written = await lamps.write(master, wishes.wanted(), clock.now());
    if (!written.ok && isBroken(written.error)) return written.error;
    for (const settle of waiting) settle(written.ok ? TAKEN : NOT_TAKEN);
    if (clock.now() - readAtMs >= pollIntervalMs) {
      readAtMs = clock.now();
      const read = await sensors.read(master);
      if (!read.ok && isBroken(read.error)) return read.error;
      readable = read.ok;
      if (!readable) sensors.forget();
      health.answers(refused, read.ok ? read.value : `refused: ${read.error}`);
    }
    if (clock.now() - checkedAtMs >= LAMP_CHECK_INTERVAL_MS) {
      checkedAtMs = clock.now();
      const checked = await lamps.check(master);
      if (!checked.ok) return checked.error;
    }
    if (refused.length > 0) await pause.wait(REFUSED_WAIT_MS);
    return undefined;
  };
  const untilNextMs = (): number => {
    const nowMs = clock.now();
    const flashMs = untilNextFlashMs({ lights, flashing }, wishes.wanted(), nowMs) ?? pollIntervalMs;
    return Math.max(1, Math.min(readAtMs + pollIntervalMs - nowMs, flashMs));
  };
  const run = async (): Promise<void> => {
    for (let master = await link.master(); master; master = await link.master()) {
      const failure = await round(master);
      if (pause.stopped()) return;
      if (failure) await link.recover(failure);
      else if (wishes.waiting().length === 0) await pause.wait(untilNextMs());
    }
  };
  const running = run();

  return {
    async setLight(light, state) {
      if (!lights[light]) return ok(undefined);
      const answer = wishes.want(light, state);
      if (health.isOffline() || pause.stopped()) for (const settle of wishes.waiting()) settle(NOT_TAKEN);
      pause.wake();
      return answer;
    },
    sensors: async () => (readable ? ok(sensors.states()) : err('auxiliaries.offline')),
    async stop() {
      pause.stop();
      link.stop();
      const dark = running.then(async () => {
        const master = link.current();
        if (master) await lamps.putOut(master);
      });
      await within(clock, STOP_LIMIT_MS, dark);
      await link.close();
      for (const settle of wishes.waiting()) settle(NOT_TAKEN);
    },
  };
}

/** Ends with the work or after the limit, whichever is first. */
async function within(clock: Clock, limitMs: number, work: Promise<void>): Promise<void> {
  let cancel: (() => void) | undefined;
  const limit = new Promise<void>((resolve) => {
    cancel = clock.after(limitMs, resolve);
  });
  await Promise.race([work, limit]);
  cancel?.();
}
