import type { Migration } from '../migration.ts';

export const migration0002: Migration = {
  version: 2,
  name: 'print-jobs',
  sql: `
    CREATE TABLE print_jobs (
      print_id       TEXT PRIMARY KEY,
      transaction_id TEXT NOT NULL,
      -- Unique and without personal data: it stands in the printer's queue.
      job_name       TEXT NOT NULL UNIQUE,
      printer_uri    TEXT NOT NULL,
      -- NULL until the printer gave one.
      job_id         INTEGER,
      pages          INTEGER NOT NULL CHECK (pages > 0),
      -- 'sent' is written before the document goes: until then it is certain that no page came out.
      state          TEXT NOT NULL CHECK (state IN ('planned', 'created', 'sent', 'printed', 'notPrinted', 'unknown')),
      impressions    INTEGER NOT NULL DEFAULT 0,
      error_code     TEXT,
      -- 1: asking the printer again cannot tell more.
      settled        INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
      -- Milliseconds since 1970.
      planned_at     INTEGER NOT NULL,
      changed_at     INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX print_jobs_unsettled ON print_jobs (planned_at) WHERE settled = 0;
    CREATE INDEX print_jobs_transaction ON print_jobs (transaction_id);
  `,
};
