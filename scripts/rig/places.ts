import { dirname, join } from 'node:path';

/** The folder of the project, whichever folder a command was started from. */
export const projectRoot = join(dirname(import.meta.filename), '..', '..');
