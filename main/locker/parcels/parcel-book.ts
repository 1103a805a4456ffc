import { randomUUID } from 'node:crypto';
import type { CellSize, Direction, ParcelState } from '../../../contract/locker.ts';
import type { ParcelReport } from '../../../contract/locker-gateway.ts';
import type { Bilingual } from '../../../contract/text.ts';
import type { Sealer } from '../../store/sealing.ts';
import type { CodeBook } from '../codes/code-book.ts';
import type { Ledger } from '../ledger.ts';
import type { StoredParcel } from '../store/parcels.ts';
import type { LockerTables } from '../store/tables.ts';
import { type ParcelHolder, sealHolder } from './holder.ts';
import { hasCell, isLive, mayBecome } from './states.ts';

export const DAY_MS = 86_400_000;

export interface NewParcel {
  readonly caseNumber: string;
  readonly direction: Direction;
  readonly itemName: Bilingual | undefined;
  readonly size: CellSize;
  readonly agents: boolean;
  readonly unverified: boolean;
  readonly holder: ParcelHolder;
  readonly cell: number;
}

/** Parcels and their changes. All calls but the reading ones run within a commit. */
export interface ParcelBook {
  create(what: NewParcel): StoredParcel;
  /** A state that the table of changes does not have from here is a bug and throws. `cell`: where it is to lie from now on. */
  change(parcel: StoredParcel, to: ParcelState, cell?: number): StoredParcel;
  /** Its door was seen open for whoever may have it. */
  letOut(parcel: StoredParcel): StoredParcel;
  /** The sensor inside sees it where it was. */
  seen(parcel: StoredParcel): StoredParcel;
  /** It lies behind its closed door: codes and a notice for a document, at the first time; a notice for material. */
  store(parcel: StoredParcel): StoredParcel;
  /** Nobody can say where it is, unless it is so already. */
  doubt(parcel: StoredParcel): StoredParcel;
  /** Nothing was put in: it is with the staff again, or was never here. */
  giveUp(parcel: StoredParcel): StoredParcel;
  /** It left its cell; whoever left this machine is told of. What is lost is not: nobody could say where to ask for it. */
  leave(parcel: StoredParcel, to: 'released' | 'takenBack' | 'inHand' | 'lost'): StoredParcel;
  markOverdue(parcel: StoredParcel): void;
  get(id: string): StoredParcel;
}

export interface ParcelBookParts {
  readonly tables: LockerTables;
  readonly ledger: Ledger;
  readonly sealer: Sealer;
  readonly codes: CodeBook;
  readonly kioskId: string;
  readonly overdueDays: number;
}

export function createParcelBook(parts: ParcelBookParts): ParcelBook {
  const { tables, ledger, sealer, codes, kioskId, overdueDays } = parts;
  const iso = (ms: number): string => new Date(ms).toISOString();

  const announce = (row: StoredParcel): StoredParcel => {
    const { id, revision, state, cell, direction } = row;
    const report: ParcelReport = {
      id,
      revision,
      kioskId,
      caseNumber: row.case_number,
      direction,
      state,
      cell,
      unverified: row.unverified === 1,
      ...(row.stored_at !== null && { storedAt: iso(row.stored_at) }),
      ...(row.stored_at !== null &&
        direction === 'document' && { overdueAt: iso(row.stored_at + overdueDays * DAY_MS) }),
      changedAt: iso(row.changed_at),
    };
    ledger.send(`parcel:${id}:${revision}`, id, { kind: 'parcel', report });
    ledger.note('parcel-state', { parcelId: id, state, cell: cell ?? undefined, revision });
    return row;
  };
  const revise = (parcel: StoredParcel, to: ParcelState, changes: Partial<StoredParcel> = {}): StoredParcel => {
    if (!mayBecome(parcel.state, to)) throw new Error(`a parcel does not become ${to} from ${parcel.state}`);
    const cell = hasCell(to) ? parcel.cell : null;
    const revision = parcel.revision + 1;
    const next: StoredParcel = { ...parcel, cell, ...changes, state: to, revision, changed_at: ledger.now() };
    tables.parcels.update.run(next);
    // Codes of what is gone are dead; they stay known, so that whoever comes with them is told.
    if (!isLive(to)) codes.end(parcel.id);
    return announce(next);
  };

  const book: ParcelBook = {
    create(what) {
      const id = randomUUID();
      const now = ledger.now();
      const row: StoredParcel = {
        id,
        revision: 1,
        case_number: what.caseNumber,
        direction: what.direction,
        item_name: what.itemName === undefined ? null : JSON.stringify(what.itemName),
        size: what.size,
        agents: what.agents ? 1 : 0,
        unverified: what.unverified ? 1 : 0,
        state: 'planned',
        cell: what.cell,
        let_out: 0,
        moved: 0,
        holder: sealHolder(sealer, id, what.holder),
        person: sealer.fingerprint(what.holder.idNumber),
        created_at: now,
        stored_at: null,
        overdue: 0,
        changed_at: now,
      };
      tables.parcels.insert.run(row);
      return announce(row);
    },
    change: (parcel, to, cell) => revise(parcel, to, cell === undefined ? {} : { cell }),
    letOut(parcel) {
      const open: StoredParcel = { ...parcel, let_out: 1 };
      tables.parcels.update.run(open);
      return open;
    },
    seen: (parcel) => revise(parcel, 'stored', { let_out: 0 }),
    store(parcel) {
      const isFirst = parcel.stored_at === null;
      const stored = revise(parcel, 'stored', { let_out: 0, moved: 0, stored_at: parcel.stored_at ?? ledger.now() });
      if (parcel.direction === 'document') {
        if (isFirst) codes.issue(stored, 'deposited');
        else if (!codes.isLive(stored.id)) codes.issue(stored, 'again');
      } else if (parcel.moved === 0) {
        codes.tell(stored, 'handedIn');
      }
      return stored;
    },
    doubt: (parcel) => (parcel.state === 'uncertain' ? parcel : revise(parcel, 'uncertain')),
    giveUp: (parcel) => revise(parcel, parcel.moved === 1 ? 'inHand' : 'canceled'),
    leave(parcel, to) {
      const left = revise(parcel, to, to === 'inHand' ? { moved: 1 } : {});
      // What was on its way to another cell never lay in it.
      if (parcel.cell !== null && parcel.moved === 0) tables.cells.setLastParcel.run(parcel.id, parcel.cell);
      if (to === 'lost') ledger.note('parcel-lost', { parcelId: parcel.id, cell: parcel.cell ?? undefined });
      // Of materials, too: that staff have them is what the slip promises to say.
      else if (to !== 'inHand') codes.tell(left, to === 'released' ? 'taken' : 'takenBack');
      return left;
    },
    markOverdue(parcel) {
      tables.parcels.update.run({ ...parcel, overdue: 1 });
      codes.tell(parcel, 'reminder');
    },
    get(id) {
      const row = tables.parcels.byId.get(id);
      if (row === undefined) throw new Error(`no parcel ${id}`);
      return row;
    },
  };
  return book;
}
