import type { LossReport, ParcelReport } from '../../../contract/locker-gateway.ts';
import type { CenterDatabase } from '../../store/database.ts';

/** A parcel as it was last reported. */
export interface KnownParcel {
  readonly id: string;
  readonly kioskId: string;
  readonly caseNumber: string;
  readonly direction: ParcelReport['direction'];
  readonly state: ParcelReport['state'];
  readonly cell: number | null;
  readonly unverified: 0 | 1;
  readonly storedAt: string | null;
  readonly overdueAt: string | null;
  readonly changedAt: string;
  /** The machine lost its store afterwards: where it is, only whoever looks can say. */
  readonly lostAt: string | null;
}

export interface ParcelStore {
  /** `newest`: no higher revision was there before. Call within a write. */
  put(report: ParcelReport, newest: boolean): void;
  find(kioskId: string, id: string): KnownParcel | undefined;
  /** What the kiosk reported before and does not know of any more; answers their ids. Call within a write. */
  lose(report: LossReport): string[];
  /** What staff looked for and did not find, with the cell it was in last; documents until another is put in. The oldest first. */
  missing(kioskId: string): KnownParcel[];
  /** What was lost so and was not put in again since; the oldest first. */
  lost(kioskId: string): KnownParcel[];
  /** All that lie, or may lie, at a kiosk, as far as it knows; the oldest first. */
  present(kioskId: string): KnownParcel[];
  /** Those of `present` whose time was over at `now`; the oldest first. */
  overdue(kioskId: string, now: Date): KnownParcel[];
  /** States of all documents that the kiosk ever had for a case, but for those it lost. Papers handed in are another matter. */
  statesOfDocument(kioskId: string, caseNumber: string): KnownParcel['state'][];
}

const COLUMNS = `id, kiosk_id AS kioskId, case_number AS caseNumber, direction, state, cell, unverified,
  stored_at AS storedAt, overdue_at AS overdueAt, changed_at AS changedAt, lost_at AS lostAt`;
/** The cell of before, for parcels that are in none now. */
const LAST_CELL = ` (SELECT cell FROM locker_parcels WHERE id = each.id AND cell IS NOT NULL
  ORDER BY revision DESC LIMIT 1) AS cell,`;
// In two conditions: the first is the index's.
const LIVE = `newest = 1 AND state NOT IN ('released', 'takenBack', 'canceled') AND state <> 'lost'`;

/** Whether a parcel will never open a door again. */
export const isGone = (state: KnownParcel['state']): boolean =>
  state === 'released' || state === 'takenBack' || state === 'canceled' || state === 'lost';

export function parcelStore(database: CenterDatabase): ParcelStore {
  const outdate = database.prepare('UPDATE locker_parcels SET newest = 0 WHERE id = ? AND newest = 1');
  const insert = database.prepare('INSERT INTO locker_parcels VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)');
  const one = database.prepare<[string, string], KnownParcel>(
    `SELECT ${COLUMNS} FROM locker_parcels WHERE kiosk_id = ? AND id = ? AND newest = 1`,
  );
  const present = database.prepare<[string], KnownParcel>(
    `SELECT ${COLUMNS} FROM locker_parcels WHERE kiosk_id = ? AND ${LIVE} AND lost_at IS NULL
     ORDER BY unixepoch(coalesce(stored_at, changed_at)), id`,
  );
  const overdue = database.prepare<[string, number], KnownParcel>(
    `SELECT ${COLUMNS} FROM locker_parcels WHERE kiosk_id = ? AND ${LIVE}
       AND lost_at IS NULL AND state <> 'planned' AND unixepoch(overdue_at) <= ? ORDER BY unixepoch(overdue_at), id`,
  );
  const ofCase = database
    .prepare<[string, string], KnownParcel['state']>(
      `SELECT state FROM locker_parcels WHERE newest = 1 AND lost_at IS NULL AND case_number = ? AND kiosk_id = ?
         AND direction = 'document'`,
    )
    .pluck();
  const lose = database
    .prepare<[string, string, string], string>(
      `UPDATE locker_parcels SET lost_at = ? WHERE kiosk_id = ? AND ${LIVE}
         AND lost_at IS NULL AND unixepoch(changed_at) < unixepoch(?) RETURNING id`,
    )
    .pluck();
  const lost = database.prepare<[string], KnownParcel>(
    `SELECT ${COLUMNS} FROM locker_parcels AS each
     WHERE kiosk_id = ? AND ${LIVE} AND lost_at IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM locker_parcels WHERE newest = 1 AND lost_at IS NULL AND state <> 'canceled'
         AND case_number = each.case_number AND kiosk_id = each.kiosk_id AND direction = each.direction
         AND unixepoch(changed_at) >= unixepoch(each.lost_at))
     ORDER BY unixepoch(changed_at), id`,
  );
  const missing = database.prepare<[string], KnownParcel>(
    `SELECT ${COLUMNS.replace(' cell,', LAST_CELL)} FROM locker_parcels AS each
     WHERE kiosk_id = ? AND newest = 1 AND state = 'lost' AND NOT (each.direction = 'document' AND EXISTS (
       SELECT 1 FROM locker_parcels WHERE newest = 1 AND id <> each.id AND state <> 'canceled'
         AND case_number = each.case_number AND kiosk_id = each.kiosk_id AND direction = each.direction
         AND unixepoch(changed_at) >= unixepoch(each.changed_at)))
     ORDER BY unixepoch(changed_at), id`,
  );
  return {
    missing: (kioskId) => missing.all(kioskId),
    lose: ({ kioskId, at }) => lose.all(at, kioskId, at),
    lost: (kioskId) => lost.all(kioskId),
    put(report, newest) {
      if (newest) outdate.run(report.id);
      insert.run(
        report.id,
        report.revision,
        newest ? 1 : 0,
        report.kioskId,
        report.caseNumber,
        report.direction,
        report.state,
        report.cell,
        report.unverified ? 1 : 0,
        report.storedAt ?? null,
        report.overdueAt ?? null,
        report.changedAt,
      );
    },
    find: (kioskId, id) => one.get(kioskId, id),
    present: (kioskId) => present.all(kioskId),
    overdue: (kioskId, now) => overdue.all(kioskId, Math.floor(now.getTime() / 1000)),
    statesOfDocument: (kioskId, caseNumber) => ofCase.all(caseNumber, kioskId),
  };
}
