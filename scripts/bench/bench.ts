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

export interface OpenedBench {
  readonly bench: Bench;
  /** Closes what was opened so far; from then on nothing more can be opened. Again: closes what came meanwhile. */
  end(): Promise<void>;
  /** Removes the folder; only when nothing is being started any more. */
  remove(): void;
}

/** A bench that can be ended by whatever comes first: the end of the measure, its time limit, or a signal. */
export function openBench(dir: string, quick: boolean): OpenedBench {
  const things: Closing[] = [];
  let ended = false;
  const remove = (): void => rmSync(dir, { recursive: true, force: true });
  remove();
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return {
    bench: {
      quick,
      dir,
      closing(thing) {
        things.push(thing);
        if (ended) throw new Error('the measure was ended');
        return thing;
      },
    },
    async end() {
      ended = true;
      for (let thing = things.pop(); thing; thing = things.pop()) await thing.close();
    },
    remove,
  };
}
