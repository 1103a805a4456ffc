import type { ReactElement, ReactNode } from 'react';
import { formatInstant } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { LockerFront } from '../ui/locker-front.tsx';
import { Screen } from '../ui/screen.tsx';
import { ParcelLine } from './parcel-line.tsx';
import { Refusal } from './refusal.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

type ExceptionScreen = StaffScreenOf<'exception'>;

/** One disagreement: look first, then say what was there. */
export function Exception(screen: ExceptionScreen): ReactElement {
  const { words, language } = useStaffView();
  const { row, columns, door, looked, asksAgain, lastParcel, refused } = screen;
  const { kind, cell, parcel, since } = row;
  const isOpen = door === 'open';
  if (asksAgain) return <Gone {...screen} />;
  return (
    <Screen
      // Whoever has looked is asked something else: the title is read anew.
      key={String(looked)}
      className="staff-detail"
      sign="warn"
      title={cell === null ? words.exceptionKinds[kind] : `${words.cell(cell)} · ${words.exceptionKinds[kind]}`}
      lead={words.exceptionTexts[kind]}
      actions={<Settle {...screen} />}
    >
      <div className="detail-words">
        <Refusal code={refused} />
        <p className="small">{formatInstant(new Date(since), language)}</p>
        {isOpen && (
          <p className="late big">
            <Icon name="warn" />
            {words.doorOpenNow}
          </p>
        )}
        <Written lastParcel={lastParcel} parcel={parcel} />
      </div>
      {cell !== null && (
        <div className="detail-front">
          <LockerFront columns={columns} cell={cell} open={isOpen} label={words.cell(cell)} />
        </div>
      )}
    </Screen>
  );
}

type Lying = Pick<ExceptionScreen, 'lastParcel'> & Pick<ExceptionScreen['row'], 'parcel'>;

/** What is written to lie there; else what lay there last, and is said to have. */
function Written({ lastParcel, parcel }: Lying): ReactNode {
  const { words } = useStaffView();
  const shown = lastParcel ?? parcel;
  if (!shown) return null;
  return (
    <>
      {lastParcel && <p className="small">{words.lastParcel}</p>}
      <div className="line flat">
        <ParcelLine {...shown} />
      </div>
    </>
  );
}

/** Written as lost, nothing is found again by a second look: it is said twice, with two buttons at two places. */
function Gone({ row }: ExceptionScreen): ReactElement {
  const { words, send } = useStaffView();
  return (
    <Screen
      className="staff-detail gone"
      sign="warn"
      title={words.goneTitle}
      lead={words.goneText}
      actions={<Button onPress={() => send({ type: 'back' })}>{words.goneNo}</Button>}
    >
      <div className="detail-words">
        {row.parcel && (
          <div className="line flat">
            <ParcelLine {...row.parcel} />
          </div>
        )}
        <Button
          kind="primary"
          icon="check"
          className="gone-yes"
          onPress={() => send({ type: 'verdict', verdict: 'gone' })}
        >
          {words.goneYes}
        </Button>
      </div>
    </Screen>
  );
}

/** Opening it is the big thing until somebody looked; afterwards the answers are. */
function Settle({ row, looked, verdicts }: ExceptionScreen): ReactNode {
  const { words, send } = useStaffView();
  // Nothing to look into: it is only to be known.
  if (row.cell === null)
    return verdicts.map((verdict) => (
      <Button key={verdict} kind="primary" icon="check" onPress={() => send({ type: 'verdict', verdict })}>
        {words.noted}
      </Button>
    ));
  const look = (
    <Button kind={looked ? 'secondary' : 'primary'} icon="eye" onPress={() => send({ type: 'act', act: 'inspect' })}>
      {looked ? words.again : words.lookFirst}
    </Button>
  );
  return (
    <>
      {!looked && look}
      {verdicts.length > 0 && (
        <>
          <h2>{words.whatWasThere}</h2>
          <div className="verdicts">
            {verdicts.map((verdict) => (
              <Button key={verdict} className="verdict" onPress={() => send({ type: 'verdict', verdict })}>
                <span className="verdict-words">
                  <span>{words.verdicts[verdict]}</span>
                  <span className="verdict-means">{words.verdictTexts[verdict]}</span>
                </span>
              </Button>
            ))}
          </div>
        </>
      )}
      {looked && look}
    </>
  );
}
