import type { ReactElement } from 'react';
import { ERRORS, type ErrorCode } from '../../contract/errors.ts';
import { Notice } from '../ui/notice.tsx';
import { useView } from '../ui/view.ts';
import { nextStepWords } from './trouble-words.ts';

/** What happened as one sentence. */
export function TroubleSentence({ code }: { code: ErrorCode }): ReactElement {
  const { say } = useView();
  return <>{say(ERRORS[code].resident)}</>;
}

/** What the person can do now, as the biggest thing; what happens to their case; the code, small. */
export function TroubleBody(props: {
  readonly code: ErrorCode;
  readonly retry?: boolean;
  readonly safe?: string;
}): ReactElement {
  const { words, snapshot } = useView();
  return (
    <>
      {!props.retry && (
        <Notice kind="step" icon={ERRORS[props.code].next === 'askStaff' ? 'staff' : 'next'}>
          <p className="small">{words.doNow}</p>
          <p>{nextStepWords(props.code, words, snapshot.kiosk.phone)}</p>
        </Notice>
      )}
      {props.safe && <Notice icon="check">{props.safe}</Notice>}
      <p className="small">
        {words.code(props.code)} · {snapshot.kiosk.id}
      </p>
    </>
  );
}
