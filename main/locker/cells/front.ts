import type { CellSize, LockerColumns } from '../../../contract/locker.ts';
import { CELL_SIZES } from '../../../contract/locker.ts';
import type { ParcelsConfig } from '../../../contract/parcels-config.ts';

const COLUMN_CELLS = 8;

/** The cells as they are built in: which there are, how large, and where. */
export interface LockerFront {
  readonly cells: readonly number[];
  readonly columns: LockerColumns;
  has(cell: number): boolean;
  sizeOf(cell: number): CellSize;
}

export function createFront(count: number, { sizes, columns }: ParcelsConfig): LockerFront {
  const cells = Array.from({ length: count }, (_, index) => index + 1);
  const inEights = Array.from({ length: Math.ceil(count / COLUMN_CELLS) }, (_, column) =>
    cells.slice(column * COLUMN_CELLS, (column + 1) * COLUMN_CELLS),
  );
  const small = new Set(sizes.small);
  const medium = new Set(sizes.medium);
  const sizeOf = (cell: number): CellSize => {
    if (small.has(cell)) return 'small';
    return medium.has(cell) ? 'medium' : 'large';
  };
  return {
    cells,
    columns: columns ?? inEights,
    has: (cell) => Number.isInteger(cell) && cell >= 1 && cell <= count,
    sizeOf,
  };
}

/**
 * In which order sizes are tried. Of unknown size, as material that came while the center could not be asked: the largest first,
 * because paper that does not fit would end at a closed door.
 */
export const sizesFor = (size: CellSize | undefined): readonly CellSize[] =>
  size === undefined ? ['large', 'medium'] : CELL_SIZES.slice(CELL_SIZES.indexOf(size));
