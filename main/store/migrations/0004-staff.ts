import type { Migration } from '../migration.ts';

export const migration0004: Migration = {
  version: 4,
  name: 'staff',
  sql: `
    -- Sign-ins that were tried and did not succeed, in a row.
    CREATE TABLE staff_tries (
      -- A number of the list of staff; empty for all numbers and cards that nobody has.
      subject      TEXT PRIMARY KEY,
      wrong        INTEGER NOT NULL CHECK (wrong > 0),
      -- Milliseconds since 1970; NULL: not locked.
      locked_until INTEGER,
      changed_at   INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
