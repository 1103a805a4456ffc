import type { ReactElement } from 'react';
import { ERRORS, type ErrorCode } from '../../../contract/errors.ts';
import { Notice } from '../../ui/notice.tsx';
import { useView } from '../../ui/view.ts';

export interface ToldProps {
  readonly refused: ErrorCode | undefined;
  /** How often in a row: from the second time on it is said, so that it does not look like the first. */
  readonly times?: number | undefined;
  readonly note: string | undefined;
}

/** Why the last one was not taken, said at once by a screen reader; and otherwise how it stands. */
export function Told({ refused, times = 1, note }: ToldProps): ReactElement {
  const { say, words } = useView();
  return (
    <div className="told" aria-live="assertive">
      {refused ? (
        <Notice icon="warn" kind="trouble">
          {times > 1 && <p>{words.pickupNotAgain(times)}</p>}
          <p>{say(ERRORS[refused].resident)}</p>
        </Notice>
      ) : (
        note !== undefined && <Notice icon="pickup">{note}</Notice>
      )}
    </div>
  );
}
