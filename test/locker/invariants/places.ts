import { allCells, openJobs } from '../world/hands.ts';
import { thingsIn } from '../world/ledger.ts';
import type { Rig } from '../world/rig.ts';
import { actRows, exceptionRows, type ParcelFacts, parcelRows } from './store-rows.ts';

const GONE = new Set(['released', 'takenBack', 'lost', 'canceled']);
const SEEN_OPEN = new Set(['open', 'closed', 'leftOpen', 'unknown']);

/** One fault a line: what is written of a parcel, and where it is, differ, and nothing says so. */
export function placesDiffer(rig: Rig): readonly string[] {
  const { ledger } = rig;
  const rows = parcelRows(rig.store());
  const named = new Set(exceptionRows(rig.store()).flatMap(({ cell, verdict }) => (verdict === null ? [cell] : [])));
  const cellsOf = (row: ParcelFacts): number[] => {
    const where = ledger.things.get(row.id)?.where;
    return [row.cell, where?.at === 'cell' ? where.cell : null].filter((cell) => cell !== null);
  };
  const excused = (cells: readonly number[]): boolean =>
    cells.some((cell) => named.has(cell) || ledger.unknowable.has(cell) || !rig.watches(cell));
  const faults: string[] = [];
  for (const row of rows) {
    const thing = ledger.things.get(row.id);
    if (!thing) {
      if (!GONE.has(row.state)) faults.push(`a parcel that nobody put in is ${row.state}`);
      continue;
    }
    const { where } = thing;
    const agrees =
      row.state === 'stored'
        ? where.at === 'cell' && where.cell === row.cell
        : row.state === 'uncertain'
          ? named.has(row.cell ?? 0)
          : GONE.has(row.state) || row.state === 'inHand'
            ? where.at !== 'cell'
            : where.at !== 'cell' || where.cell === row.cell;
    if (!agrees && !excused(cellsOf(row))) {
      faults.push(`${row.direction} ${row.state} in ${row.cell ?? 'no cell'}, in truth at ${JSON.stringify(where)}`);
    }
  }
  for (const cell of allCells(rig)) {
    for (const { parcelId } of thingsIn(ledger, cell)) {
      const row = rows.find(({ id }) => id === parcelId);
      if (row?.cell !== cell && !excused([cell])) faults.push(`in cell ${cell} lies what is not written there`);
    }
  }
  return faults;
}

/** The comparison makes sense while all is at rest: nobody at a door, everything told. */
export const isAtRest = (rig: Rig): boolean =>
  rig.machine()?.locker.view.readiness() === 'ready' &&
  openJobs(rig).length === 0 &&
  allCells(rig).every((cell) => !rig.bench.cabinet.isOpen(cell));

/** Documents that are written as handed over without a door that was, or may have been, open for their holder or agent. */
export function releasedUnseen(rig: Rig): readonly string[] {
  const acts = actRows(rig.store());
  return parcelRows(rig.store())
    .filter(({ direction, state }) => direction === 'document' && state === 'released')
    .filter(({ id }) => !acts.some((act) => act.parcel_id === id && act.kind === 'pickUp' && SEEN_OPEN.has(act.state)))
    .map(({ id }) => `document ${id} is released, and no door was open for it`);
}

/** A parcel about which nobody can say anything waits for staff: there is an exception of its cell. */
export function uncertainUnnamed(rig: Rig): readonly string[] {
  const named = new Set(exceptionRows(rig.store()).flatMap(({ cell, verdict }) => (verdict === null ? [cell] : [])));
  return parcelRows(rig.store())
    .filter(({ state, cell }) => state === 'uncertain' && !named.has(cell))
    .map(({ cell }) => `the parcel in cell ${cell} is uncertain, and no exception says so`);
}

/** Doors that stand open, seen by boards that answer, with nobody let to them and no exception. */
export function openUnnamed(rig: Rig): readonly string[] {
  if (rig.machine()?.locker.view.readiness() !== 'ready') return [];
  const busy = new Set(
    actRows(rig.store())
      .filter(({ state }) => state === 'planned' || state === 'open')
      .map(({ cell }) => cell),
  );
  const cells = new Map(
    rig
      .machine()
      ?.locker.view.cells()
      .map((view) => [view.cell, view]),
  );
  return allCells(rig)
    .filter((cell) => rig.bench.cabinet.isOpen(cell) && rig.openForMs(cell) > SEEN_MS && rig.watches(cell))
    .filter((cell) => !busy.has(cell) && (cells.get(cell)?.exceptions.length ?? 0) === 0)
    .map((cell) => `cell ${cell} stands open, and nobody is told`);
}

/** A round through the boards, and another one. */
const SEEN_MS = 5_000;
