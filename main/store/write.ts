import Sqlite from 'better-sqlite3';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';

export type Db = Sqlite.Database;
export type StoreFailure = Extract<ErrorCode, 'core.storeFailed'>;

/**
 * What a machine's disk can do to us: full, failing, read-only, damaged, locked by someone. Extended codes
 * (`SQLITE_IOERR_WRITE`) begin with the primary one. Everything else (a constraint, wrong SQL) is a bug and is thrown.
 */
const DISK_CODES = [
  'FULL',
  'IOERR',
  'CORRUPT',
  'NOTADB',
  'BUSY',
  'LOCKED',
  'READONLY',
  'CANTOPEN',
  'PROTOCOL',
  'NOMEM',
];

/** The SQLite code when the error is the disk's doing, else undefined. */
export function diskCode(error: unknown): string | undefined {
  if (!(error instanceof Sqlite.SqliteError)) return undefined;
  const { code } = error;
  return DISK_CODES.some((name) => code === `SQLITE_${name}` || code.startsWith(`SQLITE_${name}_`)) ? code : undefined;
}

function attempt<T>(log: Log, work: () => T): Result<T, StoreFailure> {
  try {
    return ok(work());
  } catch (error) {
    const code = diskCode(error);
    if (code === undefined) throw error;
    log('store-refused', { code });
    return err('core.storeFailed');
  }
}

/**
 * Runs `work` in one transaction and returns after the commit is on the disk (`synchronous=FULL`). When the disk refuses,
 * everything `work` wrote is undone and `core.storeFailed` comes back; the next call tries afresh. `work` is synchronous.
 */
export function write<T>(db: Db, log: Log, work: () => T): Result<T, StoreFailure> {
  return attempt(log, () => db.transaction(work).immediate());
}

/** Runs a query; a failing disk gives `core.storeFailed`. */
export function read<T>(log: Log, work: () => T): Result<T, StoreFailure> {
  return attempt(log, work);
}
