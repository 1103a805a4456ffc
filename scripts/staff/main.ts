import { HELP, readStaffArguments } from './arguments.ts';
import { runStaff } from './run.ts';

const EXIT = { fine: 0, failed: 1, usage: 2 } as const;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (sentence: string): void => void process.stderr.write(`staff: ${sentence}\n`);

const read = readStaffArguments(process.argv.slice(2), process.env);
if (!read.ok) {
  complain(`${read.error} (--help says more)`);
  process.exitCode = EXIT.usage;
} else if (read.value.name === 'help') say(HELP);
else {
  const done = await runStaff(read.value);
  if (done.ok) say(done.value);
  else complain(done.error);
  process.exitCode = done.ok ? EXIT.fine : EXIT.failed;
}
