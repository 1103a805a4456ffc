import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { AtDoor } from './at-door.tsx';
import { CaseNumber } from './case-number.tsx';
import { Refusal } from './refusal.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';
import { useDoorCall } from './use-door-call.ts';

type DoorScreen = StaffScreenOf<'door'>;

/** Of these a second try may come to something. */
const TRY_AGAIN: readonly DoorScreen['ended'][] = ['stillInside', 'empty', 'notOpened'];

/** A door that staff have opened, and how it ended. */
export function Door(screen: DoorScreen): ReactElement {
  const { words, say } = useStaffView();
  const { purpose, cell, columns, stage, urge, parcel, ended = 'done', item, refused } = screen;
  useDoorCall(stage === 'open' ? words.doorOpen[purpose] : undefined, cell, urge);
  const isEnd = stage === 'ended';
  const isTrouble = isEnd && ended !== 'done';
  const isMoved = purpose === 'move' && ended === 'done';
  const end = isMoved
    ? { title: words.movedTitle, lead: words.movedText }
    : { title: words.doorEnded[ended], lead: words.doorEndedText[ended] };
  const title = isEnd ? end.title : stage === 'opening' ? words.opening : words.doorOpen[purpose];
  return (
    <Screen
      key={stage}
      className={isTrouble ? 'staff-door' : 'staff-door well'}
      {...(isTrouble && { sign: 'warn' as const })}
      {...(isEnd && !isTrouble && { sign: 'check' as const })}
      title={title}
      lead={isEnd ? end.lead : words.doorTitles[purpose]}
      actions={isEnd && <DoorEnd {...screen} />}
    >
      <Refusal code={refused} />
      <AtDoor cell={cell} columns={columns} isOpen={stage === 'open' || ended === 'leftOpen'} urge={urge}>
        <div className="what">
          {parcel && (
            <>
              <p className="what-item">{parcel.itemName ? say(parcel.itemName) : words.unknownItem}</p>
              <p>{parcel.maskedHolder}</p>
              <p>
                <CaseNumber digits={parcel.caseNumber} />
              </p>
            </>
          )}
          {isEnd && item !== 'unknown' && (
            <p>
              {words.inside} · {words.items[item]}
            </p>
          )}
        </div>
      </AtDoor>
    </Screen>
  );
}

/** What may follow: once more, the next of a round, or enough. */
function DoorEnd({ purpose, ended, more }: DoorScreen): ReactElement {
  const { words, send } = useStaffView();
  // Held in the hand: where it goes is the next thing.
  if (purpose === 'move' && ended === 'done')
    return (
      <Button kind="primary" icon="pickup" onPress={() => send({ type: 'act', act: 'placeAnew' })}>
        {words.actions.placeAnew}
      </Button>
    );
  const again = TRY_AGAIN.includes(ended);
  const onward = more > 0 ? `${words.nextCell} · ${words.moreCells(more)}` : again ? words.later : words.doorDone;
  const onwardIcon = more > 0 ? 'next' : 'check';
  const goOn = (): void => send({ type: 'next' });
  if (!again)
    return (
      <Button kind="primary" icon={onwardIcon} onPress={goOn}>
        {onward}
      </Button>
    );
  return (
    <>
      <Button kind="primary" icon="pickup" onPress={() => send({ type: 'again' })}>
        {words.again}
      </Button>
      <Button onPress={goOn}>{onward}</Button>
    </>
  );
}
