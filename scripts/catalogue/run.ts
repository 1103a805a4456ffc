import { HELP, readArguments } from './arguments.ts';
import { buildCommand } from './commands/build-command.ts';
import { checkCommand } from './commands/check-command.ts';
import { machineCommand } from './commands/machine-command.ts';
import { searchCommand } from './commands/search-command.ts';
import type { Output } from './output.ts';

/** Runs one command line. Answers the exit code: 0, 1 (something is wrong in the files), 2 (in the command). */
export async function run(args: readonly string[], output: Output): Promise<number> {
  const command = readArguments(args);
  if (!command.ok) {
    output.err(`${command.error}\n\n${HELP}`);
    return 2;
  }
  const { value } = command;
  switch (value.name) {
    case 'help':
      output.out(HELP);
      return 0;
    case 'build':
      return buildCommand(value.dir, output);
    case 'check':
      return checkCommand(value.path, value, output);
    case 'search': {
      const { kiosk, ...options } = value;
      return searchCommand(value.text, { ...options, site: { kioskId: kiosk, division: kiosk.slice(0, 6) } }, output);
    }
    case 'status':
    case 'rollback':
      return machineCommand({ ...value, rollback: value.name === 'rollback' }, output);
    case 'preview':
      // Chromium and the center's records are loaded by those only who want to look.
      return (await import('./commands/preview-command.ts')).previewCommand(value, output);
  }
}
