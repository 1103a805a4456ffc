import type { Migration } from './migration.ts';
import type { Db } from './write.ts';

/** The version of the schema that a file has; 0: empty. */
export function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Brings a file up to the last of `migrations`: each one and its version number are one commit. */
export function migrate(db: Db, migrations: readonly Migration[]): void {
  for (const { version, sql } of migrations) {
    if (version <= schemaVersion(db)) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}
