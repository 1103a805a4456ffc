import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../contract/result.ts';
import { DRILL_SUBJECTS } from '../../test/drill/all-subjects.ts';
import type { DrillSubject } from '../../test/drill/subject.ts';
import { DRIVERS } from '../../test/locker/bench/families.ts';

export const DEFAULT_RUNS = 2100;

export const HELP = `npm run drill -- devices [--device NAME] [--json]
npm run drill -- locker [--runs N] [--seed S] [--driver NAME] [--path P] [--json]

devices: plays every fault with every device: each driver in a process of its own, its simulated device at the far end of a bad
cable. What came of it is compared with what is stated (test/drill/expected), and printed with the times it took.

  --device NAME  only these: a device ("locker") or one driver of it ("locker kr-8a")

locker: a whole document locker in one process, on a clock of its own: anything that staff, residents, thieves, wear, power and
network do to it, in any order, made by chance; after each step it is looked at whether everything is still as it must be.

  --runs N       sequences in all, through all families of boards (default ${DEFAULT_RUNS})
  --seed S       plays the same ones again; printed at the end
  --driver NAME  only boards of this family
  --path P       plays one failed sequence again, as it was printed; with its --seed and --driver

  --json         one object a line for programs

Ends with 0; with 1 if an outcome was not as stated; with 2 if the command itself is wrong. More: docs/drills.md
Devices: ${DRILL_SUBJECTS.map(({ name }) => name).join(', ')}
Families of boards: ${DRIVERS.join(', ')}`;

export interface LockerDrillCommand {
  readonly name: 'locker';
  readonly runs: number;
  readonly seed: number;
  readonly drivers: readonly string[];
  /** Of fast-check, and of its commands. */
  readonly path: string | undefined;
  readonly replayPath: string | undefined;
  readonly json: boolean;
}

export type DrillCommand =
  | { readonly name: 'help' }
  | { readonly name: 'devices'; readonly subjects: readonly DrillSubject[]; readonly json: boolean }
  | LockerDrillCommand;

type Values = ReturnType<typeof parse>['values'];

/** Reads the command line; the error is a sentence. */
export function readDrillArguments(args: readonly string[]): Result<DrillCommand, string> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return err(error instanceof Error ? error.message : 'the arguments cannot be read');
  }
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals;
  if (values.help || name === undefined || name === 'help') return ok({ name: 'help' });
  if (rest.length > 0 || (name !== 'devices' && name !== 'locker')) {
    return err(`there is no drill "${positionals.join(' ')}"`);
  }
  const strange = Object.keys(values).find((option) => !OF_DRILL[name].has(option));
  if (strange !== undefined) return err(`the drill "${name}" has no --${strange}`);
  return name === 'devices' ? readDevices(values) : readLocker(values);
}

function readDevices({ device: wanted, json = false }: Values): Result<DrillCommand, string> {
  const subjects = DRILL_SUBJECTS.filter(
    (subject) => wanted === undefined || subject.name === wanted || subject.device === wanted,
  );
  return subjects.length > 0 ? ok({ name: 'devices', subjects, json }) : err(`there is no driver "${wanted}"`);
}

function readLocker(values: Values): Result<DrillCommand, string> {
  const { driver, json = false } = values;
  const runs = whole(values.runs ?? String(DEFAULT_RUNS));
  const seed = whole(values.seed ?? String(Date.now() % MOST));
  if (runs === undefined || runs === 0) return err('--runs: expected a whole number, 1 at least');
  if (seed === undefined) return err('--seed: expected a whole number');
  if (driver !== undefined && !DRIVERS.includes(driver)) return err(`there is no family of boards "${driver}"`);
  const [path, ...replay] = values.path?.split('/') ?? [];
  if (path !== undefined && driver === undefined) return err('--path: expected with its --seed and --driver');
  const drivers = driver === undefined ? DRIVERS : [driver];
  const replayPath = replay.length > 0 ? replay.join('/') : undefined;
  return ok({ name: 'locker', runs, seed, drivers, path, replayPath, json });
}

const MOST = 0x7fffffff;

function whole(text: string): number | undefined {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return number <= MOST ? number : undefined;
}

const OF_DRILL: Readonly<Record<'devices' | 'locker', ReadonlySet<string>>> = {
  devices: new Set(['device', 'json']),
  locker: new Set(['runs', 'seed', 'driver', 'path', 'json']),
};

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      device: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string' },
      driver: { type: 'string' },
      path: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
