import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { AtDoor } from './at-door.tsx';
import { Refusal } from './refusal.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

/** The door closed over nothing, or did not close. */
export function PutInEnd({ stage, cell, columns, refused, refusedCase }: StaffScreenOf<'putIn'>): ReactElement {
  const { words, send } = useStaffView();
  const isLeft = stage === 'leftOpen';
  return (
    <Screen
      className="staff-door"
      sign="warn"
      title={isLeft ? words.leftOpenTitle : words.emptyTitle}
      lead={isLeft ? words.leftOpenText : words.emptyText}
      actions={
        isLeft ? (
          <Button kind="primary" icon="pickup" onPress={() => send({ type: 'next' })}>
            {words.scanNext}
          </Button>
        ) : (
          <>
            <Button kind="primary" icon="pickup" onPress={() => send({ type: 'again' })}>
              {words.againPutIn}
            </Button>
            <Button onPress={() => send({ type: 'cancelPutIn' })}>{words.cancelPutIn}</Button>
            <Button icon="warn" onPress={() => send({ type: 'occupied' })}>
              {words.occupied}
            </Button>
          </>
        )
      }
    >
      <Refusal code={refused} caseNumber={refusedCase} />
      {cell !== undefined && (
        <AtDoor cell={cell} columns={columns} isOpen={isLeft} urge="none">
          {null}
        </AtDoor>
      )}
    </Screen>
  );
}
