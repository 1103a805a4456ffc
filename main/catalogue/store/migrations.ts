import type { Migration } from '../../store/migration.ts';
import { inOrder } from '../../store/migrations.ts';

/** The schema of `catalogue.sqlite`: a cache, in a file of its own, of what the center can always give again. */
export const CATALOGUE_MIGRATIONS: readonly Migration[] = inOrder([
  {
    version: 1,
    name: 'catalogue',
    sql: `
      CREATE TABLE entries (
        -- SHA-256 of the text, hex: looked at again whenever the row is read.
        digest  TEXT NOT NULL PRIMARY KEY,
        text    TEXT NOT NULL,
        -- JSON: a spelling for each name of the entry, in their order.
        spelled TEXT NOT NULL
      ) STRICT;

      CREATE TABLE versions (
        version  INTEGER NOT NULL PRIMARY KEY,
        state    TEXT NOT NULL CHECK (state IN ('current', 'previous', 'rejected')),
        -- Of a rejected version only the number is kept.
        manifest TEXT,
        -- SHA-256 of the manifest, hex.
        digest   TEXT,
        CHECK ((state = 'rejected') = (manifest IS NULL) AND (manifest IS NULL) = (digest IS NULL))
      ) STRICT;
      CREATE UNIQUE INDEX versions_one_of_each ON versions (state) WHERE state <> 'rejected';

      -- 'checkedAs', 'checkedAt', 'refused'
      CREATE TABLE notes (
        name  TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
]);
