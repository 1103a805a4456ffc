import type { ReactElement } from 'react';
import { Screen } from '../ui/screen.tsx';
import { AtDoor } from './at-door.tsx';
import { CaseNumber } from './case-number.tsx';
import { PutInEnd } from './put-in-end.tsx';
import { PutInScan } from './put-in-scan.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';
import { useDoorCall } from './use-door-call.ts';

/** One document after the other: scan, put in, close. */
export function PutIn(screen: StaffScreenOf<'putIn'>): ReactElement {
  const { words, say } = useStaffView();
  const { stage, cell, columns, urge, parcel } = screen;
  useDoorCall(stage === 'open' ? words.openPutIn : undefined, cell, urge);
  if (stage === 'empty' || stage === 'leftOpen') return <PutInEnd key={stage} {...screen} />;
  if (cell === undefined || stage === 'scan' || stage === 'checking') return <PutInScan key="scan" {...screen} />;
  return (
    <Screen
      key="door"
      className="staff-door"
      title={stage === 'opening' ? words.opening : words.openPutIn}
      lead={words.openPutInText}
    >
      <AtDoor cell={cell} columns={columns} isOpen={stage === 'open'} urge={urge}>
        {parcel && (
          <div className="what">
            <p className="what-item">{say(parcel.itemName)}</p>
            <p>{parcel.maskedHolder}</p>
            <p>
              <CaseNumber digits={parcel.caseNumber} />
            </p>
          </div>
        )}
      </AtDoor>
    </Screen>
  );
}
