import type { ParcelReport } from '../../../contract/locker-gateway.ts';
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
}

export interface ParcelStore {
  /** `newest`: no higher revision was there before. Call within a write. */
  put(report: ParcelReport, newest: boolean): void;
  find(kioskId: string, id: string): KnownParcel | undefined;
  /** All that lie, or may lie, at a kiosk; the oldest first. */
  present(kioskId: string): KnownParcel[];
  /** Those of `present` whose time was over at `now`; the oldest first. */
  overdue(kioskId: string, now: Date): KnownParcel[];
  /** States of all parcels that the kiosk ever had for a case. */
  statesOfCase(kioskId: string, caseNumber: string): KnownParcel['state'][];
}

const COLUMNS = `id, kiosk_id AS kioskId, case_number AS caseNumber, direction, state, cell, unverified,
  stored_at AS storedAt, overdue_at AS overdueAt, changed_at AS changedAt`;
const GONE = `('released', 'takenBack', 'canceled')`;

/** Whether a parcel will never open a door again. */
export const isGone = (state: KnownParcel['state']): boolean =>
  state === 'released' || state === 'takenBack' || state === 'canceled';

export function parcelStore(database: CenterDatabase): ParcelStore {
  const outdate = database.prepare('UPDATE locker_parcels SET newest = 0 WHERE id = ? AND newest = 1');
  const insert = database.prepare('INSERT INTO locker_parcels VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const one = database.prepare<[string, string], KnownParcel>(
    `SELECT ${COLUMNS} FROM locker_parcels WHERE kiosk_id = ? AND id = ? AND newest = 1`,
  );
  const present = database.prepare<[string], KnownParcel>(
    `SELECT ${COLUMNS} FROM locker_parcels WHERE kiosk_id = ? AND newest = 1 AND state NOT IN ${GONE}
     ORDER BY unixepoch(coalesce(stored_at, changed_at)), id`,
  );
  const overdue = database.prepare<[string, number], KnownParcel>(
    `SELECT ${COLUMNS} FROM locker_parcels WHERE kiosk_id = ? AND newest = 1 AND state NOT IN ${GONE}
       AND state <> 'planned' AND unixepoch(overdue_at) <= ? ORDER BY unixepoch(overdue_at), id`,
  );
  const ofCase = database
    .prepare<[string, string], KnownParcel['state']>(
      'SELECT state FROM locker_parcels WHERE newest = 1 AND case_number = ? AND kiosk_id = ?',
    )
    .pluck();
  return {
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
    statesOfCase: (kioskId, caseNumber) => ofCase.all(caseNumber, kioskId),
  };
}
