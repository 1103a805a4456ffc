import { join } from 'node:path';
import type { SdtCommandName } from '../../native/idcard/commands.ts';
import { createIdCardSimulator, type IdCardSimulator } from '../../native/idcard/simulator/id-card-simulator.ts';
import { openPseudoTerminal } from '../../native/transport/pseudo-terminal.ts';
import { tapPort } from '../../native/transport/wire-tap.ts';
import type { Bench } from './bench.ts';

export interface TimedReader {
  readonly path: string;
  readonly simulator: IdCardSimulator;
  /** When the last byte of the first such reply since the card was put left the simulator: Unix milliseconds. */
  lastByteAt(command: SdtCommandName): number | undefined;
  /** Forgets what was seen. */
  reset(): void;
}

/** Unix milliseconds with their fraction, on the machine's one monotonic clock. */
export const unixNow = (): number => performance.timeOrigin + performance.now();

/** A reader on a pseudo-terminal that notes when its replies had left it. */
export async function timedReader(bench: Bench, baudRate: number): Promise<TimedReader> {
  const port = bench.closing(await openPseudoTerminal(join(bench.dir, 'timed-reader')));
  const left = new Map<SdtCommandName, number>();
  let replying: SdtCommandName | undefined;
  const simulator = createIdCardSimulator({
    port: tapPort(port, (direction) => {
      if (direction === 'fromDevice' && replying) left.set(replying, unixNow());
    }),
    continuousReading: 'repeats',
    baudRate,
    // The reply is handed over whole and then leaves in the line's time: chunks from now on are of this one.
    onReplied(command) {
      replying = left.has(command) ? undefined : command;
    },
  });
  return {
    path: port.path,
    simulator,
    lastByteAt: (command) => left.get(command),
    reset() {
      left.clear();
      replying = undefined;
    },
  };
}
