import { mkdirSync, rmSync } from 'node:fs';

interface Closing {
  close(): unknown;
}

/** What a measure is given: how long it may take its time, a folder of its own, and who ends what it started. */
export interface Bench {
  /** Fewer runs: a look, not a measurement. */
  readonly quick: boolean;
  /** Empty at the beginning, on the project's disk, gone at the end. */
  readonly dir: string;
  /** Closed after the measure, last opened first, however it ended. */
  closing<T extends Closing>(thing: T): T;
}

/** A bench that can be ended, by whoever comes first: the end of the measure, its time limit, or a signal. */
export function openBench(dir: string, quick: boolean): { bench: Bench; end(): Promise<void> } {
  const things: Closing[] = [];
  let ending: Promise<void> | undefined;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true, mode: 0o700 });

  const endAll = async (): Promise<void> => {
    for (let thing = things.pop(); thing; thing = things.pop()) await thing.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return {
    bench: {
      quick,
      dir,
      closing(thing) {
        if (ending) {
          // Started while everything ended: nobody else would end it.
          void thing.close();
          throw new Error('the measure was ended');
        }
        things.push(thing);
        return thing;
      },
    },
    end() {
      ending ??= endAll();
      return ending;
    },
  };
}
