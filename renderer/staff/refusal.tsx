import type { ReactElement } from 'react';
import type { ErrorCode } from '../../contract/errors.ts';
import { Icon } from '../ui/icon.tsx';
import { useStaffView } from './staff-view.ts';

export interface RefusalProps {
  readonly code: ErrorCode | undefined;
  /** Of what was scanned: its end is compared with the paper in the hand. */
  readonly caseNumber?: string | undefined;
}

/** Digits at the end of a case number that tell one paper from the next. */
const CASE_ENDING = 4;

/** Why something was not done: large, with a sign, in the machine's own sentence. */
export function Refusal({ code, caseNumber }: RefusalProps): ReactElement | null {
  const { words, sayError } = useStaffView();
  if (code === undefined) return null;
  return (
    <div className="refusal" role="alert">
      <Icon name="warn" />
      <div>
        <p>{sayError(code)}</p>
        {caseNumber !== undefined && (
          <p className="refused-case">
            <span>{words.refusedCase}</span>
            <strong>{caseNumber.slice(-CASE_ENDING)}</strong>
          </p>
        )}
        <p className="refusal-code">{words.code(code)}</p>
      </div>
    </div>
  );
}
