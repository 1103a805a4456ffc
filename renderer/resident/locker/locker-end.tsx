import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../../contract/screen.ts';
import type { Words } from '../../i18n/zh.ts';
import { Button } from '../../ui/button.tsx';
import { DeviceHint, type Place } from '../../ui/device-hint.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useView } from '../../ui/view.ts';

type LockerEndScreen = Extract<ScreenOf, { name: 'lockerEnd' }>;

function endWords(
  { outcome, cell, retry }: LockerEndScreen,
  words: Words,
  phone: string,
  hasCard: boolean,
): [title: string, next: string] {
  switch (outcome) {
    case 'taken':
      return [words.endTaken, hasCard ? words.endTakenNext : words.endTakenNextNoCard];
    case 'askTaken':
      return [words.endAskTaken, retry ? words.endAskTakenNext(cell) : words.endAskTakenAway(phone)];
    case 'stillInside':
      return [words.endStillInside, retry ? words.endStillInsideNext(cell) : words.endStillInsideLast(cell)];
    case 'handedIn':
      return [words.endHandedIn, words.endHandedInNext(cell)];
    case 'empty':
      return [words.endEmpty, retry ? words.endEmptyNext(cell) : words.endEmptyLast];
    case 'leftOpen':
      return [words.endLeftOpen(cell), words.endLeftOpenNext(phone)];
  }
}

function Receipt({ receipt }: Pick<LockerEndScreen, 'receipt'>): ReactElement | null {
  const { words } = useView();
  switch (receipt) {
    case 'none':
      return null;
    case 'printing':
      return <Notice icon="receipt">{words.receiptPrinting}</Notice>;
    case 'done':
      return <Notice icon="check">{words.receiptDone}</Notice>;
    case 'failed':
      return (
        <Notice icon="warn" kind="warn">
          {words.endReceiptFailed}
        </Notice>
      );
  }
}

/** Two answers of equal weight; the second only for whoever was let to the door. */
function TakenAnswers({ retry }: Pick<LockerEndScreen, 'retry'>): ReactElement {
  const { words, send } = useView();
  return (
    <div className="taken-answers">
      <Button icon="check" onPress={() => send({ type: 'confirm' })}>
        {words.endYesTaken}
      </Button>
      <Button icon="pickup" disabled={!retry} onPress={() => send({ type: 'retry' })}>
        {words.endNotTaken}
      </Button>
    </div>
  );
}

function WaysOn({ outcome, cell, retry }: LockerEndScreen): ReactElement {
  const { words, send } = useView();
  const finish = outcome === 'leftOpen' ? words.endLeftOpenFinish : words.endFinish;
  return (
    <>
      {retry && (
        <Button kind="primary" icon="pickup" onPress={() => send({ type: 'retry' })}>
          {words.endAgain(cell)}
        </Button>
      )}
      <Button kind={retry ? 'secondary' : 'primary'} icon="leave" onPress={() => send({ type: 'leave' })}>
        {retry ? words.endNot : finish}
      </Button>
    </>
  );
}

/** The door is closed, or was given up: what came of it, and what comes next. */
export function LockerEnd(screen: LockerEndScreen): ReactElement {
  const { outcome, receipt } = screen;
  const { words, snapshot } = useView();
  // Who proved it without a card has none to take.
  const hasCard = snapshot.visitor !== null;
  const [title, next] = endWords(screen, words, snapshot.kiosk.phone, hasCard);
  const isWell = outcome === 'taken' || outcome === 'handedIn';
  const lit: Place[] = [];
  if (outcome === 'taken' && hasCard) lit.push('card');
  if (receipt === 'done') lit.push('receipt');
  return (
    <Screen
      className="locker-end hero centered"
      {...(!isWell && outcome !== 'askTaken' && { sign: 'warn' as const })}
      title={title}
      lead={next}
      art={
        lit.length > 0 ? (
          <DeviceHint lit={lit} motion="take" words={words} />
        ) : (
          <span className={isWell || outcome === 'askTaken' ? 'big-sign' : 'big-sign warn'}>
            <Icon name={isWell ? 'check' : outcome === 'leftOpen' ? 'doorOpen' : 'pickup'} />
          </span>
        )
      }
      actions={outcome === 'askTaken' ? <TakenAnswers {...screen} /> : <WaysOn {...screen} />}
    >
      <div className="locker-receipt" aria-live="polite">
        <Receipt receipt={receipt} />
      </div>
    </Screen>
  );
}
