import type { ReactElement } from 'react';
import type { CellView, LockerColumns } from '../../contract/locker.ts';
import { Icon } from '../ui/icon.tsx';
import { useNow } from '../ui/use-now.ts';
import { cellKindOf, URGENT_KINDS } from './cell-kind.ts';
import { LineButton } from './line-button.tsx';
import { useStaffView } from './staff-view.ts';

/** Columns beside one another, so that a door stays as wide as a gloved finger in portrait. */
const COLUMNS_IN_A_ROW = 8;
const DAY_MS = 86_400_000;
const AGE_REFRESH_MS = 60_000;

function inBanks(columns: LockerColumns): LockerColumns[] {
  const banks: LockerColumns[] = [];
  for (let from = 0; from < columns.length; from += COLUMNS_IN_A_ROW)
    banks.push(columns.slice(from, from + COLUMNS_IN_A_ROW));
  return banks;
}

/** The front of the locker: each door with its number, its size by its height, and one word for its state. */
export function CellMap({ columns, cells }: { columns: LockerColumns; cells: readonly CellView[] }): ReactElement {
  const byNumber = new Map(cells.map((view) => [view.cell, view]));
  return (
    <>
      {inBanks(columns).map((bank) => (
        <div key={bank[0]?.[0]} className="cell-bank">
          {bank.map((column) => (
            <div key={column[0]} className="cell-column">
              {column.map((cell) => {
                const view = byNumber.get(cell);
                return view ? <CellDoor key={cell} {...view} /> : <span key={cell} className="cell-door absent" />;
              })}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

function CellDoor(view: CellView): ReactElement {
  const { words, send } = useStaffView();
  const now = useNow(AGE_REFRESH_MS);
  const { cell, size, parcel } = view;
  const kind = cellKindOf(view);
  const days = parcel ? Math.max(0, Math.floor((now.getTime() - Date.parse(parcel.since)) / DAY_MS)) : undefined;
  const age = days === undefined ? undefined : words.days(days);
  return (
    <LineButton
      isRow
      className={`cell-door ${size} ${kind}`}
      label={words.cellAbout(words.cell(cell), words.sizes[size], words.cellKinds[kind], age)}
      onPress={() => send({ type: 'chooseCell', cell })}
    >
      <span className="cell-number">{cell}</span>
      <span className="cell-kind">
        {URGENT_KINDS.includes(kind) && <Icon name="warn" />}
        <span>{words.cellKinds[kind]}</span>
        {age !== undefined && <span>{age}</span>}
      </span>
    </LineButton>
  );
}
