import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type Clock, systemClock } from '../../native/clock.ts';
import { isSound, moveAside, wasMovedAside } from './corruption.ts';
import { assertSqliteVersion, makeDurable } from './durability.ts';
import { migrate, schemaVersion } from './migrate.ts';
import type { Migration } from './migration.ts';
import { MIGRATIONS } from './migrations.ts';
import { takeOwnership } from './owner-lock.ts';
import { makePrivateDirectory, makePrivateFile } from './private-files.ts';
import { reportSlowStatements } from './slow-statements.ts';
import { type Db, diskCode, read } from './write.ts';

/** How long a statement waits for another connection, milliseconds. There should be none. */
export const BUSY_TIMEOUT_MS = 2000;

export type StoreOpenFailure =
  /** Another process (or this one, already) has this data directory. */
  | 'inUse'
  /** The file was written by a newer version of this program; it was not touched. */
  | 'fromTheFuture'
  /** The disk: no space, no permission, read-only. The SQLite or system code is in the log. */
  | 'cannotOpen';

export interface Store {
  /** The one writing connection. Use it through `write` and `read` of `write.ts`. */
  readonly db: Db;
  /** One before it was damaged, now or at an earlier start, and lies aside: what it knew is not known here. */
  readonly followsLost: boolean;
  /** Copies the WAL into the database and empties it: erased rows are then gone from the disk, too. */
  checkpoint(): void;
  /** Checkpoints, closes, gives up ownership. Harmless when repeated. */
  close(): void;
}

export interface StoreOptions {
  /** The database file. Its directory is created with mode 0700. */
  readonly path: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** Only for tests of the list itself. */
  readonly migrations?: readonly Migration[];
}

function openSound(path: string, log: Log): Db {
  for (const isFresh of [false, true]) {
    makePrivateFile(path);
    const db = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      if (isSound(db)) return db;
      if (isFresh) throw new Error('a fresh database is not sound');
      db.close();
    } catch (error) {
      db.close();
      const code = diskCode(error);
      const isDamaged = code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT') === true;
      if (isFresh || !isDamaged) throw error;
    }
    // A kiosk that cannot start helps nobody: keep the damaged file for a technician and go on with an empty one.
    moveAside(path);
    log('store-moved-aside', { code: 'SQLITE_CORRUPT' });
  }
  throw new Error('unreachable');
}

function prepare(
  db: Db,
  { log, clock = systemClock, migrations = MIGRATIONS }: StoreOptions,
): Result<Db, StoreOpenFailure> {
  const sqliteVersion = assertSqliteVersion(db);
  if (schemaVersion(db) > migrations.length) return err('fromTheFuture');
  makeDurable(db);
  migrate(db, migrations);
  reportSlowStatements(db, clock, log);
  log('store-open', { schemaVersion: schemaVersion(db), sqliteVersion });
  return ok(db);
}

/** The code of a failure of disk or file system, or undefined when the error is a bug. */
function openingCode(error: unknown): string | undefined {
  if (error instanceof Error && 'syscall' in error && 'code' in error) return String(error.code);
  return diskCode(error);
}

/**
 * Opens the kiosk's database: owner lock, integrity check (a damaged file is moved to `<path>.corrupt-<n>` and a fresh one
 * begun), refusal of the future, durability set and asserted, migrations. Throws only when the program itself is wrong
 * (SQLite too old, a migration that does not run).
 */
export function openStore(options: StoreOptions): Result<Store, StoreOpenFailure> {
  const { path, log } = options;
  const opened: { close(): void }[] = [];
  const closeAll = (): void => {
    for (const resource of opened.reverse()) resource.close();
    opened.length = 0;
  };
  try {
    makePrivateDirectory(dirname(path));
    const lock = takeOwnership(`${path}.owner`);
    if (lock === null) return err('inUse');
    opened.push({ close: () => lock.release() });
    const db = openSound(path, log);
    opened.push(db);
    const prepared = prepare(db, options);
    if (!prepared.ok) {
      closeAll();
      return prepared;
    }
    // A full disk must not keep anyone from closing: what is in the WAL stays there and is durable.
    const checkpoint = (): void => void read(log, () => db.pragma('wal_checkpoint(TRUNCATE)'));
    const close = (): void => {
      if (db.open) checkpoint();
      closeAll();
    };
    return ok({ db, followsLost: wasMovedAside(path), checkpoint, close });
  } catch (error) {
    closeAll();
    const code = openingCode(error);
    if (code === undefined) throw error;
    log('store-refused', { code });
    return err('cannotOpen');
  }
}
