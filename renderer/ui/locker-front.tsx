import type { ReactElement } from 'react';
import type { LockerColumns } from '../../contract/locker.ts';
import { Icon } from './icon.tsx';

/** With more doors than this beside or above one another their numbers would be too small to read, and help nobody. */
const NUMBERED = { columns: 8, rows: 14 };

/** Column and row of a door, from 1; nothing for a number that this locker does not have. */
export function placeOf(columns: LockerColumns, cell: number): { column: number; row: number } | undefined {
  for (const [column, cells] of columns.entries()) {
    const row = cells.indexOf(cell);
    if (row >= 0) return { column: column + 1, row: row + 1 };
  }
  return undefined;
}

export interface LockerFrontProps {
  readonly columns: LockerColumns;
  /** The door that matters: drawn strongly, with a sign and its number, not by colour alone. */
  readonly cell: number;
  readonly label: string;
  /** Drawn ajar. */
  readonly open: boolean;
}

/** The locker as one stands before it. */
export function LockerFront({ columns, cell, label, open }: LockerFrontProps): ReactElement {
  const isNumbered = columns.length <= NUMBERED.columns && columns.every((cells) => cells.length <= NUMBERED.rows);
  return (
    <div className={`locker-front ${isNumbered ? 'numbered' : ''}`} role="img" aria-label={label}>
      {columns.map((cells) => (
        <div key={cells[0]} className={cells.includes(cell) ? 'locker-column here' : 'locker-column'}>
          {cells.map((number) =>
            number === cell ? (
              <div key={number} className={open ? 'locker-door target open' : 'locker-door target'}>
                <Icon name="next" />
                <span>{number}</span>
              </div>
            ) : (
              <div key={number} className="locker-door">
                {isNumbered && <span>{number}</span>}
              </div>
            ),
          )}
        </div>
      ))}
    </div>
  );
}
