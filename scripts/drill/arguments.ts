import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../contract/result.ts';
import { DRILL_SUBJECTS } from '../../test/drill/all-subjects.ts';
import type { DrillSubject } from '../../test/drill/subject.ts';

export const HELP = `npm run drill -- devices [--device NAME] [--json]

Plays every fault with every device: each driver in a process of its own, its simulated device at the far end of a bad cable.
What came of it is compared with what is stated (test/drill/expected), and printed with the times it took.

  --device NAME  only these: a device ("locker") or one driver of it ("locker kr-8a")
  --json         one object a line for programs

Ends with 0; with 1 if an outcome was not as stated; with 2 if the command itself is wrong. More: docs/drills.md
Drivers: ${DRILL_SUBJECTS.map(({ name }) => name).join(', ')}`;

export type DrillCommand =
  | { readonly name: 'help' }
  | { readonly name: 'devices'; readonly subjects: readonly DrillSubject[]; readonly json: boolean };

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
  if (name !== 'devices' || rest.length > 0) return err(`there is no drill "${positionals.join(' ')}"`);
  const wanted = values.device;
  const subjects = DRILL_SUBJECTS.filter(
    (subject) => wanted === undefined || subject.name === wanted || subject.device === wanted,
  );
  return subjects.length > 0 ? ok({ name, subjects, json: values.json }) : err(`there is no driver "${wanted}"`);
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      device: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
