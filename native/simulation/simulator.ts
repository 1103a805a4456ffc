import type { DeviceName } from '../../contract/device-status.ts';
import type { Clock } from '../clock.ts';
import type { SimulatedPort } from '../transport/simulated-port.ts';
import type { FaultyPort } from './faulty-port.ts';

/** Where a simulator runs. */
export interface SimulatorSurroundings {
  readonly clock: Clock;
  /** Makes the cable it sits at the far end of, under this name. The same cable may be bad, see `FaultyPort`. */
  openPort(name: string, spoilCheck?: (reply: Uint8Array) => Uint8Array): Promise<FaultyPort>;
  /** A folder of its own for sockets and papers. */
  readonly folder: string;
}

/** Something a hand can do at the simulated device, by name: `coverOpen`, `put`, `close`. */
export interface HandAct {
  readonly says: string;
  /** `argument`: the rest of the line, or of the scenario's step; throws a RangeError that says what it wants instead. */
  do(argument: string): void | Promise<void>;
}

export interface RunningSimulator {
  /** What stands under `devices` in `kiosk.json` to reach it. */
  readonly config: unknown;
  /** The cable, where there is one: scenarios make it bad. */
  readonly port?: FaultyPort | undefined;
  readonly hand: Readonly<Record<string, HandAct>>;
  close(): Promise<void>;
}

/** One simulated device that can be started alone (`npm run simulate -- NAME`) or by a rig. */
export interface SimulatorDefinition<Options> {
  readonly device: DeviceName;
  /** As asked for on the command line: `locker`, `id-card`. */
  readonly name: string;
  /** Its flags with their defaults and what they mean: numbers, words and switches only. */
  readonly options: Options;
  readonly optionsSay: Readonly<Record<keyof Options & string, string>>;
  start(options: Options, around: SimulatorSurroundings): Promise<RunningSimulator>;
}

export type { SimulatedPort };
