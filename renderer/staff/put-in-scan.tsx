import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { CaseNumber } from './case-number.tsx';
import { DigitPad } from './digit-pad.tsx';
import { Refusal } from './refusal.tsx';
import { ScanPicture } from './scan-picture.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

type PutInScreen = StaffScreenOf<'putIn'>;

/** Waits for the next slip, and says what became of the last one. */
export function PutInScan(screen: PutInScreen): ReactElement {
  const { words } = useStaffView();
  const { stage, typed, refused, refusedCase, hasScanner } = screen;
  const checking = stage === 'checking';
  const title = checking ? words.checking : hasScanner ? words.scanTitle : words.typeTitle;
  const lead = checking ? words.checkingText : hasScanner ? words.scanText : words.typeText;
  return (
    <Screen className="put-in" title={title} lead={lead}>
      <div className="put-in-main">
        {refused === undefined ? (
          <ScanPicture isChecking={checking} hasScanner={hasScanner} />
        ) : (
          <Refusal code={refused} caseNumber={refusedCase} />
        )}
        <SoFar {...screen} />
      </div>
      <div className="put-in-type">
        <div className="typed">
          <span className="typed-label">{hasScanner ? words.typeInstead : words.typed}</span>
          <output className="typed-value">
            <CaseNumber digits={typed} />
          </output>
        </div>
        <DigitPad enter />
      </div>
    </Screen>
  );
}

/** How many were put in, and where the last one lies. */
function SoFar({ stage, done, last }: PutInScreen): ReactElement {
  const { words, send } = useStaffView();
  return (
    <div className="so-far" role="status">
      <Icon name={last ? 'check' : 'pickup'} />
      <div>
        <p className="so-far-count">{done === 0 ? words.doneNone : words.doneCount(done)}</p>
        {last && (
          <>
            <p className="so-far-last">{words.last(last.cell)}</p>
            <p>
              <CaseNumber digits={last.caseNumber} />
            </p>
            <p>{words.lastNotice(last.maskedMobile)}</p>
            {last.unseen && stage === 'scan' && (
              <Button icon="pickup" onPress={() => send({ type: 'again' })}>
                {words.reopenLast}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
