import type { ReactElement } from 'react';
import { Screen } from '../ui/screen.tsx';
import { CELL_KINDS, cellKindOf } from './cell-kind.ts';
import { CellMap } from './cell-map.tsx';
import { StaffScroll } from './staff-scroll.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

/** The locker as it stands there, every door to be touched. */
export function Cells({ columns, cells }: StaffScreenOf<'cells'>): ReactElement {
  const { words } = useStaffView();
  const kinds = cells.map(cellKindOf);
  const counts = CELL_KINDS.map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }));
  return (
    <Screen className="cells" title={words.cellsTitle}>
      <ul className="cell-legend">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <li key={kind}>
              <span className={`swatch ${kind}`} />
              {words.cellKindCount(words.cellKinds[kind], count)}
            </li>
          ))}
      </ul>
      <StaffScroll label={words.cellsTitle}>
        <CellMap columns={columns} cells={cells} />
      </StaffScroll>
    </Screen>
  );
}
