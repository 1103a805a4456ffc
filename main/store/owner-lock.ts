import { truncateSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { makePrivateFile } from './private-files.ts';

/** How long a core that is just ending may still hold its data, milliseconds. */
export const OWNER_WAIT_MS = 1000;

/** Held while the store is open. The system lets go of it when the process ends, however it ends. */
export interface OwnerLock {
  release(): void;
}

/**
 * Makes this process the only owner of a data directory. The lock is an open exclusive transaction on a second, empty
 * SQLite file: a system lock, so `kill -9` leaves nothing stale behind, and it also holds within one process.
 * `null`: somebody else is the owner.
 */
export function takeOwnership(path: string): OwnerLock | null {
  makePrivateFile(path);
  for (const isLastTry of [false, true]) {
    const db = new Sqlite(path, { timeout: OWNER_WAIT_MS });
    try {
      db.exec('BEGIN EXCLUSIVE');
      return { release: () => db.close() };
    } catch (error) {
      db.close();
      if (!(error instanceof Sqlite.SqliteError)) throw error;
      if (error.code.startsWith('SQLITE_BUSY')) return null;
      if (isLastTry || error.code !== 'SQLITE_NOTADB') throw error;
      // The file is always empty; whatever stands in it came from elsewhere and nobody can hold a lock on it.
      truncateSync(path);
    }
  }
  return null;
}
