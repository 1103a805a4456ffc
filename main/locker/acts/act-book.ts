import { randomUUID } from 'node:crypto';
import { type ActKind, type Actor, type ActState, actorSchema, type StaffReason } from '../../../contract/locker.ts';
import type { ActReport } from '../../../contract/locker-gateway.ts';
import type { Ledger } from '../ledger.ts';
import type { StoredAct } from '../store/acts.ts';
import type { LockerTables } from '../store/tables.ts';

export interface NewAct {
  readonly kind: ActKind;
  readonly cell: number;
  readonly parcelId: string | null;
  readonly actor: Actor;
  readonly reason?: StaffReason | undefined;
}

/** The closed table of changes of an act. */
const NEXT: Readonly<Record<ActState, readonly ActState[]>> = {
  planned: ['open', 'notOpened', 'unknown'],
  open: ['closed', 'leftOpen', 'unknown'],
  closed: [],
  notOpened: [],
  unknown: [],
  leftOpen: [],
};

/** Openings of doors, each with its record before the pulse. All calls run within a commit. */
export interface ActBook {
  plan(what: NewAct): StoredAct;
  /** A state that the table of changes does not have from here is a bug and throws. */
  change(id: string, to: ActState): StoredAct;
}

export function createActBook(tables: LockerTables, ledger: Ledger, kioskId: string): ActBook {
  const iso = (ms: number): string => new Date(ms).toISOString();
  const announce = (row: StoredAct): StoredAct => {
    const { id, revision, kind, state, cell, reason } = row;
    const report: ActReport = {
      id,
      revision,
      kioskId,
      kind,
      state,
      cell,
      parcelId: row.parcel_id,
      actor: actorSchema.parse(JSON.parse(row.actor)),
      ...(reason !== null && { reason }),
      plannedAt: iso(row.planned_at),
      changedAt: iso(row.changed_at),
    };
    ledger.send(`act:${id}:${revision}`, row.parcel_id ?? id, { kind: 'act', report });
    ledger.note('locker-act', { actId: id, act: kind, cell, state });
    // When it has ended, the door is at rest again.
    if (NEXT[state].length === 0) ledger.touch(cell);
    return row;
  };
  return {
    plan({ kind, cell, parcelId, actor, reason }) {
      const now = ledger.now();
      const row: StoredAct = {
        id: randomUUID(),
        revision: 1,
        kind,
        state: 'planned',
        cell,
        parcel_id: parcelId,
        actor: JSON.stringify(actor),
        reason: reason ?? null,
        planned_at: now,
        changed_at: now,
      };
      tables.acts.insert.run(row);
      return announce(row);
    },
    change(id, to) {
      const row = tables.acts.byId.get(id);
      if (row === undefined || !NEXT[row.state].includes(to)) {
        throw new Error(`an act does not become ${to} from ${row?.state}`);
      }
      const next = { ...row, state: to, revision: row.revision + 1, changed_at: ledger.now() };
      tables.acts.update.run(next);
      return announce(next);
    },
  };
}
