import type { Migration } from '../migration.ts';

export const migration0003: Migration = {
  version: 3,
  name: 'locker',
  sql: `
    -- Times are milliseconds since 1970.
    CREATE TABLE locker_parcels (
      seq          INTEGER PRIMARY KEY,
      id           TEXT NOT NULL UNIQUE,
      revision     INTEGER NOT NULL CHECK (revision > 0),
      case_number  TEXT NOT NULL,
      direction    TEXT NOT NULL CHECK (direction IN ('document', 'material')),
      -- Both languages as JSON; NULL: handed in while the center could not be asked.
      item_name    TEXT,
      size         TEXT NOT NULL CHECK (size IN ('small', 'medium', 'large')),
      agents       INTEGER NOT NULL CHECK (agents IN (0, 1)),
      unverified   INTEGER NOT NULL CHECK (unverified IN (0, 1)),
      state        TEXT NOT NULL CHECK (state IN ('planned', 'putting', 'stored', 'releasing', 'inHand', 'uncertain',
                     'released', 'takenBack', 'lost', 'canceled')),
      cell         INTEGER,
      -- 1: its door was seen open for whoever may have it, and nobody saw it lie there since.
      let_out      INTEGER NOT NULL DEFAULT 0 CHECK (let_out IN (0, 1)),
      -- 1: staff took it out to put it elsewhere; if that fails it is in their hands again.
      moved        INTEGER NOT NULL DEFAULT 0 CHECK (moved IN (0, 1)),
      -- Sealed; NULL as soon as the center has the final revision, together with the keyed hash of the number.
      holder       BLOB,
      person       BLOB,
      created_at   INTEGER NOT NULL,
      -- When it first lay behind a closed door.
      stored_at    INTEGER,
      -- 1: its holder was reminded, once.
      overdue      INTEGER NOT NULL DEFAULT 0 CHECK (overdue IN (0, 1)),
      changed_at   INTEGER NOT NULL,
      acknowledged INTEGER NOT NULL DEFAULT 0,
      -- A parcel is in exactly one place.
      CHECK ((state IN ('planned', 'putting', 'stored', 'releasing', 'uncertain')) = (cell IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX locker_parcels_one_per_cell ON locker_parcels (cell) WHERE cell IS NOT NULL;
    CREATE UNIQUE INDEX locker_parcels_one_per_case ON locker_parcels (case_number, direction)
      WHERE state NOT IN ('released', 'takenBack', 'lost', 'canceled');
    CREATE INDEX locker_parcels_person ON locker_parcels (person) WHERE person IS NOT NULL;
    CREATE INDEX locker_parcels_changed_at ON locker_parcels (changed_at);

    CREATE TABLE locker_acts (
      seq          INTEGER PRIMARY KEY AUTOINCREMENT,
      id           TEXT NOT NULL UNIQUE,
      revision     INTEGER NOT NULL CHECK (revision > 0),
      kind         TEXT NOT NULL CHECK (kind IN ('putIn', 'pickUp', 'takeBack', 'empty', 'move', 'inspect')),
      state        TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed', 'notOpened', 'unknown', 'leftOpen')),
      cell         INTEGER NOT NULL,
      parcel_id    TEXT,
      -- JSON: holder, agent, or a number of the staff.
      actor        TEXT NOT NULL,
      reason       TEXT,
      planned_at   INTEGER NOT NULL,
      changed_at   INTEGER NOT NULL,
      acknowledged INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    -- One act at a door at a time.
    CREATE UNIQUE INDEX locker_acts_under_way ON locker_acts (cell) WHERE state IN ('planned', 'open');
    CREATE INDEX locker_acts_parcel ON locker_acts (parcel_id) WHERE parcel_id IS NOT NULL;
    CREATE INDEX locker_acts_cell ON locker_acts (cell, seq);
    CREATE INDEX locker_acts_changed_at ON locker_acts (changed_at);

    CREATE TABLE locker_cells (
      cell        INTEGER PRIMARY KEY,
      revision    INTEGER NOT NULL DEFAULT 0,
      out         TEXT CHECK (out IN ('doorUnknown', 'doorStuck', 'leftOpen', 'alarm', 'disagrees', 'staff')),
      -- Pulses in a row after which the door stayed closed.
      failures    INTEGER NOT NULL DEFAULT 0,
      -- The parcel that left it last.
      last_parcel TEXT,
      -- What was last reported of it, as JSON: nothing is reported twice.
      reported    TEXT
    ) STRICT;

    CREATE TABLE locker_codes (
      id        TEXT PRIMARY KEY,
      parcel_id TEXT NOT NULL,
      issue     INTEGER NOT NULL CHECK (issue > 0),
      -- Keyed hashes; the codes themselves are nowhere here.
      code      BLOB NOT NULL,
      qr        BLOB NOT NULL,
      state     TEXT NOT NULL CHECK (state IN ('live', 'used')),
      issued_at INTEGER NOT NULL,
      ended_at  INTEGER,
      UNIQUE (parcel_id, issue)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX locker_codes_live ON locker_codes (parcel_id) WHERE state = 'live';
    CREATE UNIQUE INDEX locker_codes_code ON locker_codes (code);
    CREATE UNIQUE INDEX locker_codes_qr ON locker_codes (qr);

    CREATE TABLE locker_tries (
      -- Keyed hash of a person, or of the machine as a whole.
      scope        BLOB PRIMARY KEY,
      wrong        INTEGER NOT NULL,
      last_at      INTEGER NOT NULL,
      locked_until INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE locker_exceptions (
      seq         INTEGER PRIMARY KEY,
      id          TEXT NOT NULL UNIQUE,
      kind        TEXT NOT NULL,
      cell        INTEGER,
      parcel_id   TEXT,
      -- The last act of all when it was written: whoever looked later has a higher one.
      after_act   INTEGER NOT NULL,
      at          INTEGER NOT NULL,
      verdict     TEXT CHECK (verdict IN ('inPlace', 'gone', 'nothing', 'removed')),
      settled_by  TEXT,
      settled_at  INTEGER,
      CHECK ((verdict IS NULL) = (settled_at IS NULL))
    ) STRICT;
    -- The same disagreement is written once until it is settled.
    CREATE UNIQUE INDEX locker_exceptions_open ON locker_exceptions (kind, coalesce(cell, 0)) WHERE verdict IS NULL;

    CREATE TABLE locker_evidence (
      act_id    TEXT PRIMARY KEY,
      parcel_id TEXT NOT NULL,
      -- Sealed signature, picture, agent; NULL as soon as the center has it.
      sealed    BLOB,
      given_at  INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What staff did without opening a door.
    CREATE TABLE locker_deeds (
      seq       INTEGER PRIMARY KEY,
      deed      TEXT NOT NULL,
      number    TEXT NOT NULL,
      second    TEXT,
      cell      INTEGER,
      parcel_id TEXT,
      reason    TEXT,
      at        INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX locker_deeds_at ON locker_deeds (at);
  `,
};
