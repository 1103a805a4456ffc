import type { ReactElement } from 'react';
import { type Fact, Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icon.tsx';
import { LockerFront } from '../ui/locker-front.tsx';
import { Screen } from '../ui/screen.tsx';
import { ActButtons } from './act-buttons.tsx';
import { cellKindOf } from './cell-kind.ts';
import { LineButton } from './line-button.tsx';
import { ParcelLine } from './parcel-line.tsx';
import { Refusal } from './refusal.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

/** One cell: what is written, what its sensors say, what may be done with it. */
export function Cell({ cell, columns, parcel, actions, refused }: StaffScreenOf<'cell'>): ReactElement {
  const { words, send } = useStaffView();
  const facts: Fact[] = [
    { key: 'size', label: words.size, value: words.sizes[cell.size] },
    { key: 'door', label: words.door, value: words.doors[cell.door] },
    { key: 'inside', label: words.inside, value: words.items[cell.item] },
  ];
  if (cell.out) facts.push({ key: 'out', label: words.outWhy, value: words.outReasons[cell.out] });
  return (
    <Screen
      className="staff-detail"
      title={words.cell(cell.cell)}
      lead={words.cellKinds[cellKindOf(cell)]}
      actions={<ActButtons acts={actions} />}
    >
      <div className="detail-words">
        <Refusal code={refused} />
        {cell.exceptions.map((kind) => (
          <p key={kind} className="late big">
            <Icon name="warn" />
            {words.exceptionKinds[kind]}
          </p>
        ))}
        <Facts columns={2} facts={facts} />
        {parcel ? (
          <LineButton warn={parcel.overdue} onPress={() => send({ type: 'choose', id: parcel.id })}>
            <ParcelLine {...parcel} />
          </LineButton>
        ) : (
          <p className="nothing-written">{words.cellEmpty}</p>
        )}
      </div>
      <div className="detail-front">
        <LockerFront columns={columns} cell={cell.cell} open={cell.door === 'open'} label={words.cell(cell.cell)} />
      </div>
    </Screen>
  );
}
