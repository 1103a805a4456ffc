import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { syncDirectory } from './private-files.ts';
import type { Db } from './write.ts';

const COMPANIONS = ['', '-wal', '-shm', '-journal'];

/** `PRAGMA quick_check`: true when every page and row can be read. Throws SqliteError when not even the header can. */
export function isSound(db: Db): boolean {
  return db.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/** Moves a damaged database and its companions to `<path>.corrupt-<n>`, the first free n, for a technician to look at. */
export function moveAside(path: string): string {
  let n = 1;
  while (existsSync(`${path}.corrupt-${n}`)) n += 1;
  const aside = `${path}.corrupt-${n}`;
  for (const companion of COMPANIONS) {
    if (existsSync(path + companion)) renameSync(path + companion, aside + companion);
  }
  syncDirectory(dirname(path));
  return aside;
}

/** Whether a database of this path was ever moved aside; a technician who has settled it takes the old file away. */
export function wasMovedAside(path: string): boolean {
  return readdirSync(dirname(path)).some((name) => name.startsWith(`${basename(path)}.corrupt-`));
}
