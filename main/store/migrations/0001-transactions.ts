import type { Migration } from '../migration.ts';

export const migration0001: Migration = {
  version: 1,
  name: 'transactions',
  sql: `
    CREATE TABLE meta (
      name  TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE transactions (
      id              TEXT PRIMARY KEY,
      revision        INTEGER NOT NULL CHECK (revision > 0),
      item_code       TEXT NOT NULL,
      state           TEXT NOT NULL CHECK (state IN
                        ('started', 'printed', 'noRecord', 'notPrinted', 'unknown', 'failed', 'abandoned')),
      document_number TEXT,
      pages           INTEGER,
      error_code      TEXT,
      -- Sealed holder; NULL as soon as the center has the final revision.
      holder          BLOB,
      -- Keyed hash of the card's number; NULL when nobody can ask for it any more.
      person          BLOB,
      -- Which start of the core began it, and which one changed it last: they differ when a restart came between.
      begun_by        TEXT NOT NULL,
      changed_by      TEXT NOT NULL,
      -- Milliseconds since 1970.
      started_at      INTEGER NOT NULL,
      changed_at      INTEGER NOT NULL,
      acknowledged    INTEGER NOT NULL DEFAULT 0,
      rated           INTEGER NOT NULL DEFAULT 0 CHECK (rated IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX transactions_unfinished ON transactions (started_at) WHERE state IN ('started', 'unknown');
    CREATE INDEX transactions_person ON transactions (person, changed_at) WHERE person IS NOT NULL;
    CREATE INDEX transactions_changed_at ON transactions (changed_at);

    CREATE TABLE outbox (
      sequence  INTEGER PRIMARY KEY AUTOINCREMENT,
      key       TEXT NOT NULL UNIQUE,
      -- Messages of one topic arrive in their order; a transaction is a topic.
      topic     TEXT NOT NULL,
      -- Sealed message; the row goes when the center has it.
      payload   BLOB NOT NULL,
      state     TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'refused')),
      queued_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX outbox_waiting ON outbox (topic, sequence) WHERE state = 'waiting';
  `,
};
