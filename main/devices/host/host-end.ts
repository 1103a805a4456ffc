/** EX_SOFTWARE of sysexits.h: a bug, as in the core. */
const EXIT_FAULT = 70;

const FRAME = /^ {4}at /;

/**
 * How the process of a device ends: at the core's word, with the core, or by a bug. Ctrl-C in a terminal and the end of a
 * service reach every process of the group at once; a device is then still ended in order, by the core that heard it too.
 * A bug tells its kind and its place in our code, and no message: that may quote what stood on a card.
 */
export function endOnlyInOrder(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  // Said here and not left to the system: Electron only warns of a rejection, and the driver would stand there half dead.
  process.on('uncaughtException', fault);
  process.on('unhandledRejection', fault);
}

function fault(error: unknown): void {
  if (process.env.TONGBAN_DEVELOPMENT) console.error(error);
  else process.stderr.write(`a bug in a driver: ${placeOf(error)}\n`);
  process.exit(EXIT_FAULT);
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => FRAME.test(line));
  // As ERR_DLOPEN_FAILED: a word of the system, never of a card.
  const code = 'code' in error ? ` ${error.code}` : '';
  return [error.name + code, ...frames].join('\n');
}
