import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';

/** What the demo keeps while nothing runs, in one small JSON file that only its owner reads. */
export interface KeptFile<Content> {
  /** Undefined: there is none yet. Throws when it holds something else. */
  read(): Content | undefined;
  /** Whoever ends everything by SIGKILL finds the old content or the new one, never half of it. */
  write(content: Content): void;
}

export function keptFile<Content>(file: string, schema: z.ZodType<Content>): KeptFile<Content> {
  return {
    read: () => (existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined),
    write(content) {
      // Not synced to the disk: the simulators' boards answer from the same thread, and must not wait for one.
      writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}
