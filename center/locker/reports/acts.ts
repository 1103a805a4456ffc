import type { StaffReason } from '../../../contract/locker.ts';
import type { ActReport } from '../../../contract/locker-gateway.ts';
import type { CenterDatabase } from '../../store/database.ts';

/** An opening of a door as it was last reported. */
export interface KnownAct {
  readonly id: string;
  readonly kind: ActReport['kind'];
  readonly state: ActReport['state'];
  readonly cell: number;
  readonly actor: ActReport['actor']['who'];
  readonly staffNumber: string | null;
  readonly staffSecond: string | null;
  readonly reason: StaffReason | null;
  readonly plannedAt: string;
}

export interface ActStore {
  /** `newest`: no higher revision was there before. Call within a write. */
  put(report: ActReport, newest: boolean): void;
  /** Newest first. */
  list(kioskId: string, limit: number): KnownAct[];
}

export function actStore(database: CenterDatabase): ActStore {
  const outdate = database.prepare('UPDATE locker_acts SET newest = 0 WHERE id = ? AND newest = 1');
  const insert = database.prepare('INSERT INTO locker_acts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const list = database.prepare<[string, number], KnownAct>(
    `SELECT id, kind, state, cell, actor, staff_number AS staffNumber, staff_second AS staffSecond, reason,
       planned_at AS plannedAt
     FROM locker_acts WHERE kiosk_id = ? AND newest = 1 ORDER BY unixepoch(planned_at) DESC, id LIMIT ?`,
  );
  return {
    put(report, newest) {
      const { actor } = report;
      if (newest) outdate.run(report.id);
      insert.run(
        report.id,
        report.revision,
        newest ? 1 : 0,
        report.kioskId,
        report.kind,
        report.state,
        report.cell,
        report.parcelId,
        actor.who,
        actor.who === 'staff' ? actor.number : null,
        actor.who === 'staff' ? (actor.second ?? null) : null,
        report.reason ?? null,
        report.plannedAt,
        report.changedAt,
      );
    },
    list: (kioskId, limit) => list.all(kioskId, limit),
  };
}
