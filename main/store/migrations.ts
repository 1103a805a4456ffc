import type { Migration } from './migration.ts';
import { migration0001 } from './migrations/0001-transactions.ts';
import { migration0002 } from './migrations/0002-print-jobs.ts';
import { migration0003 } from './migrations/0003-locker.ts';
import { migration0004 } from './migrations/0004-staff.ts';

/** Throws unless versions run 1, 2, 3 … without a gap: two branches that both add "the next one" must not merge silently. */
export function inOrder(list: readonly Migration[]): readonly Migration[] {
  for (const [index, { version, name }] of list.entries()) {
    if (version !== index + 1) throw new Error(`migration ${name} has version ${version}, must be ${index + 1}`);
  }
  return list;
}

export const MIGRATIONS: readonly Migration[] = inOrder([migration0001, migration0002, migration0003, migration0004]);
