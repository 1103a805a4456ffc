import { readFile, realpath } from 'node:fs/promises';
import { basename } from 'node:path';

/** Terminals that the kernel itself talks on, one line of names. */
const ACTIVE_CONSOLES = '/sys/class/tty/console/active';

/**
 * Tells whether a port is a console of the system. Questions there would stand in the kernel's log, and setting the line's rate
 * would leave the console unreadable: such a port is never opened, whatever name it is given by.
 */
export async function consoleCheck(file = ACTIVE_CONSOLES): Promise<(path: string) => Promise<boolean>> {
  const consoles = new Set(
    ((await orNothing(readFile(file, 'utf8'))) ?? '').split(/\s+/).filter((name) => name !== ''),
  );
  return async (path) => consoles.has(basename((await orNothing(realpath(path))) ?? path));
}

/** Undefined: there is no such file, as outside Linux. */
async function orNothing(reading: Promise<string>): Promise<string | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
