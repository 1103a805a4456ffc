import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { AtDoor } from './at-door.tsx';
import { CaseNumber } from './case-number.tsx';
import { PutInEnd } from './put-in-end.tsx';
import { PutInScan } from './put-in-scan.tsx';
import { Refusal } from './refusal.tsx';
import { type StaffScreenOf, type StaffView, useStaffView } from './staff-view.ts';
import { useDoorCall } from './use-door-call.ts';

type PutInScreen = StaffScreenOf<'putIn'>;

/** The door of another cell did not open: this one has come in its place. */
const isInstead = ({ refused }: PutInScreen): boolean => refused === 'locker.notOpened';

function leadOf(screen: PutInScreen, words: StaffView['words']): string {
  const { cell, occupied } = screen;
  if (isInstead(screen)) return words.insteadNext;
  if (occupied === undefined) return words.openPutInText;
  return occupied === cell ? words.occupiedClose(occupied) : words.occupiedNext(occupied);
}

/** One document after the other: scan, put in, close. */
export function PutIn(screen: PutInScreen): ReactElement {
  const { words, say, send } = useStaffView();
  const { stage, cell, columns, urge, parcel, occupied, refused, refusedCase } = screen;
  const isOccupied = occupied !== undefined && occupied === cell;
  const todo = isOccupied ? words.occupiedCall : words.openPutIn;
  useDoorCall(stage === 'open' ? todo : undefined, cell, urge);
  if (stage === 'empty' || stage === 'leftOpen') return <PutInEnd key={stage} {...screen} />;
  if (cell === undefined || stage === 'scan' || stage === 'checking') return <PutInScan key="scan" {...screen} />;
  return (
    <Screen
      key={`door ${cell}`}
      className="staff-door"
      title={stage === 'opening' ? words.opening : todo}
      lead={leadOf(screen, words)}
      actions={
        stage === 'open' &&
        !isOccupied && (
          <Button icon="warn" onPress={() => send({ type: 'occupied' })}>
            {words.occupied}
          </Button>
        )
      }
    >
      {!isInstead(screen) && <Refusal code={refused} caseNumber={refusedCase} />}
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
