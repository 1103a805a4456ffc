import { LOCKER_MIGRATION } from './locker-migration.ts';

/** Numbered from 1; each runs once, in a transaction of its own. Never edit one that was shipped: add the next. */
export const MIGRATIONS: readonly string[] = [
  /* 1: queries with their answers, documents, transactions by revision, ratings */ `
  CREATE TABLE queries (
    query_id TEXT PRIMARY KEY,
    kiosk_id TEXT NOT NULL,
    -- SHA-256 of kiosk and content: the same id with other content is refused.
    digest BLOB NOT NULL,
    item_code TEXT NOT NULL,
    purpose TEXT NOT NULL,
    -- The answer as it was given, JSON: a repeated query gets the very same one.
    answer TEXT NOT NULL,
    asked_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE documents (
    number TEXT PRIMARY KEY,
    query_id TEXT NOT NULL UNIQUE REFERENCES queries (query_id),
    kiosk_id TEXT NOT NULL,
    item_code TEXT NOT NULL,
    title TEXT NOT NULL,
    masked_name TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    period_from TEXT,
    period_to TEXT,
    -- Only of documents that are delivered finished.
    pdf BLOB
  ) STRICT;

  CREATE TABLE transaction_revisions (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE,
    kiosk_id TEXT NOT NULL,
    digest BLOB NOT NULL,
    item_code TEXT NOT NULL,
    state TEXT NOT NULL,
    document_number TEXT,
    pages INTEGER,
    error_code TEXT,
    holder_card_kind TEXT NOT NULL,
    holder_name TEXT NOT NULL,
    holder_id_number TEXT NOT NULL,
    started_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (id, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX transaction_revisions_by_kiosk ON transaction_revisions (kiosk_id, started_at);

  -- The highest revision is the truth.
  CREATE VIEW transactions AS
    SELECT * FROM transaction_revisions AS each
    WHERE revision = (SELECT max(revision) FROM transaction_revisions WHERE id = each.id);

  CREATE TABLE ratings (
    transaction_id TEXT PRIMARY KEY,
    idempotency_key TEXT NOT NULL,
    kiosk_id TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    rated_at TEXT NOT NULL,
    received_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ratings_by_kiosk ON ratings (kiosk_id);
  `,
  /* 2: the catalogue: what was published and signed, version by version */ `
  CREATE TABLE catalogue_versions (
    version INTEGER PRIMARY KEY,
    -- Exactly what is signed.
    manifest TEXT NOT NULL,
    -- Ed25519, base64.
    signature TEXT NOT NULL
  ) STRICT;

  CREATE TABLE catalogue_entries (
    -- SHA-256 of the text, hex.
    digest TEXT PRIMARY KEY,
    text TEXT NOT NULL
  ) STRICT;
  `,
  /* 3: transactions without a holder: public information, and guides */ `
  DROP VIEW transactions;
  DROP INDEX transaction_revisions_by_kiosk;
  ALTER TABLE transaction_revisions RENAME TO transaction_revisions_before;
  CREATE TABLE transaction_revisions (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE,
    kiosk_id TEXT NOT NULL,
    digest BLOB NOT NULL,
    item_code TEXT NOT NULL,
    state TEXT NOT NULL,
    document_number TEXT,
    pages INTEGER,
    error_code TEXT,
    -- All three, or none.
    holder_card_kind TEXT,
    holder_name TEXT,
    holder_id_number TEXT,
    started_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (id, revision)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO transaction_revisions SELECT * FROM transaction_revisions_before;
  DROP TABLE transaction_revisions_before;
  CREATE INDEX transaction_revisions_by_kiosk ON transaction_revisions (kiosk_id, started_at);
  CREATE VIEW transactions AS
    SELECT * FROM transaction_revisions AS each
    WHERE revision = (SELECT max(revision) FROM transaction_revisions WHERE id = each.id);
  `,
  /* 4: how often somebody had an item printed is counted before it is issued again */ `
  CREATE INDEX transaction_revisions_printed ON transaction_revisions (holder_id_number, item_code, kiosk_id)
    WHERE state = 'printed';
  `,
  /* 5 */ LOCKER_MIGRATION,
  /* 6: parcels of a machine that lost its store, and messages whose codes do not come, are shown to operators */ `
  -- When the machine said that it does not know of it any more; null: it does.
  ALTER TABLE locker_parcels ADD COLUMN lost_at TEXT;
  CREATE INDEX locker_messages_waiting ON locker_messages (unixepoch(received_at)) WHERE state = 'waiting';
  `,
];
