/**
 * The locker: what kiosks report of parcels, doors and cells, and the messages that come of it. `newest` marks the highest
 * revision that has arrived; all others are kept as history.
 */
export const LOCKER_MIGRATION = `
  -- Every report that was taken, so that a repeated one is known: a revision stands for one content only.
  CREATE TABLE locker_reports (
    -- parcel, code, notice, act, evidence, cell, inventory
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    kiosk_id TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    digest BLOB NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (collection, id, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX locker_reports_by_key ON locker_reports (kiosk_id, idempotency_key);
  CREATE INDEX locker_reports_by_time ON locker_reports (kiosk_id, received_at);

  CREATE TABLE locker_parcels (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    newest INTEGER NOT NULL CHECK (newest IN (0, 1)),
    kiosk_id TEXT NOT NULL,
    case_number TEXT NOT NULL,
    direction TEXT NOT NULL,
    state TEXT NOT NULL,
    cell INTEGER,
    unverified INTEGER NOT NULL,
    stored_at TEXT,
    overdue_at TEXT,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX locker_parcels_by_case ON locker_parcels (case_number, kiosk_id) WHERE newest = 1;
  CREATE INDEX locker_parcels_present ON locker_parcels (kiosk_id)
    WHERE newest = 1 AND state NOT IN ('released', 'takenBack', 'canceled');

  -- What opens a parcel. Erased (sealed is null) when the parcel is gone or newer codes are there.
  CREATE TABLE locker_codes (
    id TEXT PRIMARY KEY,
    parcel_id TEXT NOT NULL,
    kiosk_id TEXT NOT NULL,
    issue INTEGER NOT NULL,
    -- Code and QR, AES-256-GCM, bound to the id.
    sealed BLOB,
    -- Keyed hash: the page behind the QR code is found by it, also when nothing else is left.
    qr_hash BLOB NOT NULL,
    issued_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX locker_codes_by_parcel ON locker_codes (parcel_id, issue);
  CREATE INDEX locker_codes_by_qr ON locker_codes (qr_hash);

  -- What somebody is to be told, and what became of it.
  CREATE TABLE locker_messages (
    -- The id of the notice.
    id TEXT PRIMARY KEY,
    parcel_id TEXT NOT NULL,
    kiosk_id TEXT NOT NULL,
    case_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- Which codes go with it; null: none, or those that were sent before.
    issue INTEGER,
    at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    -- waiting, queued, logged, sent, failed, superseded
    state TEXT NOT NULL,
    -- As people at the center may read it: number and codes masked. Null while it waits.
    masked_mobile TEXT,
    masked_text TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Milliseconds since 1970; when it is tried next.
    due_at INTEGER NOT NULL DEFAULT 0,
    failure TEXT
  ) STRICT;
  CREATE INDEX locker_messages_by_parcel ON locker_messages (parcel_id);
  CREATE INDEX locker_messages_by_kiosk ON locker_messages (kiosk_id, received_at);
  CREATE INDEX locker_messages_queued ON locker_messages (due_at) WHERE state = 'queued';
  CREATE INDEX locker_messages_failed ON locker_messages (kiosk_id) WHERE state = 'failed';

  CREATE TABLE locker_acts (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    newest INTEGER NOT NULL CHECK (newest IN (0, 1)),
    kiosk_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    cell INTEGER NOT NULL,
    parcel_id TEXT,
    -- holder, agent, staff
    actor TEXT NOT NULL,
    staff_number TEXT,
    staff_second TEXT,
    reason TEXT,
    planned_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX locker_acts_by_kiosk ON locker_acts (kiosk_id, unixepoch(planned_at)) WHERE newest = 1;

  -- Signature, still and agent, AES-256-GCM, bound to the id, which is the act's.
  CREATE TABLE locker_evidence (
    id TEXT PRIMARY KEY,
    parcel_id TEXT NOT NULL,
    kiosk_id TEXT NOT NULL,
    sealed BLOB NOT NULL,
    signed_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX locker_evidence_by_parcel ON locker_evidence (parcel_id);

  CREATE TABLE locker_cells (
    kiosk_id TEXT NOT NULL,
    cell INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    newest INTEGER NOT NULL CHECK (newest IN (0, 1)),
    size TEXT NOT NULL,
    door TEXT NOT NULL,
    out TEXT,
    -- JSON list of exception kinds.
    exceptions TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (kiosk_id, cell, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX locker_cells_newest ON locker_cells (kiosk_id, cell) WHERE newest = 1;

  CREATE TABLE locker_inventories (
    id TEXT PRIMARY KEY,
    kiosk_id TEXT NOT NULL,
    staff_number TEXT NOT NULL,
    cells INTEGER NOT NULL,
    -- JSON list of cell, written, seen.
    differences TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX locker_inventories_by_kiosk ON locker_inventories (kiosk_id, unixepoch(at));
`;
