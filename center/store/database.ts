import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS } from './migrations.ts';

export type CenterDatabase = Database.Database;

/** Earlier versions can corrupt a WAL file when two connections checkpoint at once (fixed in 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;

const SYNCHRONOUS_FULL = 2;

/**
 * Opens `center.sqlite` in `dataDir` (made if missing, mode 0700), durable, at the newest schema.
 * @throws when the file is damaged, comes from a newer version, or cannot be made durable
 */
export function openDatabase(dataDir: string, migrations: readonly string[] = MIGRATIONS): CenterDatabase {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'center.sqlite');
  const database = new Database(file, { timeout: 5000 });
  try {
    chmodSync(file, 0o600);
    assertVersion(database);
    makeDurable(database);
    const damage = database.pragma('quick_check(1)', { simple: true });
    if (damage !== 'ok') throw new Error(`${file} is damaged: ${String(damage)}`);
    migrate(database, file, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function assertVersion(database: CenterDatabase): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const number = (major * 1000 + minor) * 1000 + patch;
  const oldest = (OLDEST_SQLITE[0] * 1000 + OLDEST_SQLITE[1]) * 1000 + OLDEST_SQLITE[2];
  if (number < oldest) throw new Error(`SQLite ${version} is too old: expected ${OLDEST_SQLITE.join('.')} or newer`);
}

/** A reopened WAL file falls back to NORMAL, which can lose acknowledged rows in a power cut: set, then look. */
function makeDurable(database: CenterDatabase): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Codes of parcels that are gone shall be gone from the file as well.
  database.pragma('secure_delete = ON');
  const mode = database.pragma('journal_mode', { simple: true });
  const synchronous = database.pragma('synchronous', { simple: true });
  if (mode !== 'wal' || synchronous !== SYNCHRONOUS_FULL) {
    throw new Error(`the database is not durable: journal_mode ${String(mode)}, synchronous ${String(synchronous)}`);
  }
}

function migrate(database: CenterDatabase, file: string, migrations: readonly string[]): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > migrations.length) {
    throw new Error(`${file} has schema ${version}, this program knows ${migrations.length}: use a newer program`);
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    database
      .transaction(() => {
        database.exec(migration);
        database.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
}
