import type { ReactElement } from 'react';
import { ERRORS, type ErrorCode } from '../../../contract/errors.ts';
import { Notice } from '../../ui/notice.tsx';
import { useView } from '../../ui/view.ts';

/** Why the last one was not taken, said at once by a screen reader; and otherwise how it stands. */
export function Told({ refused, note }: { refused: ErrorCode | undefined; note: string | undefined }): ReactElement {
  const { say } = useView();
  return (
    <div className="told" aria-live="assertive">
      {refused ? (
        <Notice icon="warn" kind="warn">
          {say(ERRORS[refused].resident)}
        </Notice>
      ) : (
        note !== undefined && <Notice icon="pickup">{note}</Notice>
      )}
    </div>
  );
}
