import type { Db } from './write.ts';

/** Before this version two connections that checkpoint at once could damage a WAL database. */
export const OLDEST_SQLITE = '3.51.3';
/** The WAL is copied into the database when it has so many pages of 4 KiB … */
export const CHECKPOINT_PAGES = 1000;
/** … and cut to this size when it had grown beyond. */
export const WAL_LIMIT_BYTES = 8 * 1024 * 1024;

const FULL = 2;

/** True when dotted version `a` is not older than `b`. */
export function isAtLeast(a: string, b: string): boolean {
  const left = a.split('.').map(Number);
  for (const [index, wanted] of b.split('.').map(Number).entries()) {
    const have = left[index] ?? 0;
    if (have !== wanted) return have > wanted;
  }
  return true;
}

/** The version of the SQLite library in use. Throws when it is too old to be trusted: the build is wrong then. */
export function assertSqliteVersion(db: Db): string {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  if (!isAtLeast(version, OLDEST_SQLITE)) throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE}`);
  return version;
}

/**
 * Sets everything that decides whether a commit survives a power cut, and asks for it back: better-sqlite3 is compiled
 * so that a reopened WAL file silently stands at NORMAL, which loses acknowledged rows.
 */
export function makeDurable(db: Db): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  db.pragma(`journal_size_limit = ${WAL_LIMIT_BYTES}`);
  for (const [pragma, wanted] of [
    ['journal_mode', 'wal'],
    ['synchronous', FULL],
    ['foreign_keys', 1],
    ['secure_delete', 1],
  ] as const) {
    const have = db.pragma(pragma, { simple: true });
    if (have !== wanted) throw new Error(`PRAGMA ${pragma} is ${String(have)}, must be ${wanted}`);
  }
}
