import type { ReactElement } from 'react';
import { formatSpan } from '../../i18n/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useView } from '../../ui/view.ts';

/** Instead of the pad: how long it stays closed, and what can be done meanwhile. The core says the seconds anew as they go. */
export function LockedPad({ seconds, meanwhile }: { seconds: number; meanwhile: string }): ReactElement {
  const { words } = useView();
  return (
    <div className="locked-pad">
      <Icon name="clock" />
      <h2>{words.pickupLockedTitle}</h2>
      <p className="locked-count">{words.pickupLocked(formatSpan(seconds * 1_000, words))}</p>
      <p>{meanwhile}</p>
    </div>
  );
}
