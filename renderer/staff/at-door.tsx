import type { ReactElement, ReactNode } from 'react';
import type { LockerColumns } from '../../contract/locker.ts';
import { Icon } from '../ui/icon.tsx';
import { LockerFront } from '../ui/locker-front.tsx';
import { useStaffView } from './staff-view.ts';

export interface AtDoorProps {
  readonly cell: number;
  readonly columns: LockerColumns;
  readonly isOpen: boolean;
  readonly urge: 'none' | 'remind' | 'alarm';
  readonly children: ReactNode;
}

/** Where the door is: its number as large as a hand, and the locker as one stands before it. */
export function AtDoor({ cell, columns, isOpen, urge, children }: AtDoorProps): ReactElement {
  const { words } = useStaffView();
  return (
    <div className="at-door">
      <div className="at-door-words">
        <p className="door-number">{words.cell(cell)}</p>
        {urge !== 'none' && (
          <div className={urge === 'alarm' ? 'urge alarm' : 'urge'} role="alert">
            <Icon name="warn" />
            <p>{words[urge]}</p>
          </div>
        )}
        {children}
      </div>
      <div className="at-door-front">
        <LockerFront columns={columns} cell={cell} open={isOpen} label={words.cell(cell)} />
      </div>
    </div>
  );
}
