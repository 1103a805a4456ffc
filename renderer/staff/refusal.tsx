import type { ReactElement } from 'react';
import type { ErrorCode } from '../../contract/errors.ts';
import { Icon } from '../ui/icon.tsx';
import { useStaffView } from './staff-view.ts';

/** Why something was not done: large, with a sign, in the machine's own sentence. */
export function Refusal({ code }: { code: ErrorCode | undefined }): ReactElement | null {
  const { words, sayError } = useStaffView();
  if (code === undefined) return null;
  return (
    <div className="refusal" role="alert">
      <Icon name="warn" />
      <div>
        <p>{sayError(code)}</p>
        <p className="refusal-code">{words.code(code)}</p>
      </div>
    </div>
  );
}
