import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useView } from '../../ui/view.ts';
import type { SmallStill } from './use-small-still.ts';

/** How the picture stands; that none could be taken holds nobody up. */
export function StillTold({ still }: { still: SmallStill }): ReactElement {
  const { words } = useView();
  const told = { none: '', taking: words.stillUnderWay, taken: words.stillDone, failed: words.stillNotDone }[
    still.kind
  ];
  return (
    <p className="still-told" aria-live="polite">
      {told !== '' && <Icon name={still.kind === 'taken' ? 'check' : 'camera'} />}
      {told}
    </p>
  );
}
