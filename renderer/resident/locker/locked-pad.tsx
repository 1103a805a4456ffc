import { type ReactElement, useEffect, useState } from 'react';
import { formatSpan } from '../../i18n/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useView } from '../../ui/view.ts';

/** Seconds that are left of what the core said last; counted down here, because it says it once. */
function useSecondsLeft(seconds: number): number {
  const [endsAt, setEndsAt] = useState(() => Date.now() + seconds * 1_000);
  useEffect(() => setEndsAt(Date.now() + seconds * 1_000), [seconds]);
  const now = useNow(500);
  return Math.max(1, Math.ceil((endsAt - now.getTime()) / 1_000));
}

/** Instead of the pad: how long it stays closed, and what can be done meanwhile. */
export function LockedPad({ seconds, meanwhile }: { seconds: number; meanwhile: string }): ReactElement {
  const { words } = useView();
  const left = useSecondsLeft(seconds);
  return (
    <div className="locked-pad">
      <Icon name="clock" />
      <h2>{words.pickupLockedTitle}</h2>
      <p className="locked-count">{words.pickupLocked(formatSpan(left * 1_000, words))}</p>
      <p>{meanwhile}</p>
    </div>
  );
}
