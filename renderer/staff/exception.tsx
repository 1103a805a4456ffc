import type { ReactElement, ReactNode } from 'react';
import { formatInstant } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { LockerFront } from '../ui/locker-front.tsx';
import { Screen } from '../ui/screen.tsx';
import { ParcelLine } from './parcel-line.tsx';
import { Refusal } from './refusal.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

type ExceptionScreen = StaffScreenOf<'exception'>;

/** One disagreement: look first, then say what was there. */
export function Exception(screen: ExceptionScreen): ReactElement {
  const { words, language } = useStaffView();
  const { row, columns, refused } = screen;
  const { kind, cell, parcel, since } = row;
  return (
    <Screen
      className="staff-detail"
      sign="warn"
      title={cell === null ? words.exceptionKinds[kind] : `${words.cell(cell)} · ${words.exceptionKinds[kind]}`}
      lead={words.exceptionTexts[kind]}
      actions={<Settle {...screen} />}
    >
      <div className="detail-words">
        <Refusal code={refused} />
        <p className="small">{formatInstant(new Date(since), language)}</p>
        {parcel && (
          <div className="line flat">
            <ParcelLine {...parcel} />
          </div>
        )}
      </div>
      {cell !== null && (
        <div className="detail-front">
          <LockerFront columns={columns} cell={cell} open={false} label={words.cell(cell)} />
        </div>
      )}
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
