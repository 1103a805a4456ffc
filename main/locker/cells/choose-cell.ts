import type { CellSize } from '../../../contract/locker.ts';
import type { LockerTables } from '../store/tables.ts';
import type { Doors } from './doors.ts';
import { type LockerFront, sizesFor } from './front.ts';

export interface ChooserParts {
  readonly tables: LockerTables;
  readonly doors: Doors;
  readonly front: LockerFront;
  readonly isBusy: (cell: number) => boolean;
  readonly randomInt: (below: number) => number;
}

/**
 * A free cell, each of the right size with the same chance, else of the next larger one; undefined: none. Free is what is in
 * service, known closed and compared, with nothing written to lie there, nothing seen inside, no exception and no act.
 */
export function createChooser({ tables, doors, front, isBusy, randomInt }: ChooserParts) {
  const isFree = (cell: number, taken: ReadonlySet<number>): boolean => {
    const { door, item } = doors.of(cell);
    return door === 'closed' && item !== 'present' && !doors.isUnchecked(cell) && !taken.has(cell) && !isBusy(cell);
  };
  return (size: CellSize | undefined): number | undefined => {
    const taken = new Set<number>();
    for (const { cell } of tables.parcels.inCells.all()) if (cell !== null) taken.add(cell);
    for (const { cell } of tables.exceptions.open.all()) if (cell !== null) taken.add(cell);
    for (const { cell, out } of tables.cells.all.all()) if (out !== null) taken.add(cell);
    for (const { cell } of tables.acts.underWay.all()) taken.add(cell);
    for (const wanted of sizesFor(size)) {
      const free = front.cells.filter((cell) => front.sizeOf(cell) === wanted && isFree(cell, taken));
      if (free.length > 0) return free[randomInt(free.length)];
    }
    return undefined;
  };
}

export type ChooseCell = ReturnType<typeof createChooser>;
