import type { ReactElement } from 'react';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';

/** An empty list is good news. */
export function NothingHere({ title, text }: { title: string; text: string }): ReactElement {
  return (
    <Screen className="centered nothing-here" title={title}>
      <span className="staff-sign">
        <Icon name="check" />
      </span>
      <p className="nothing-text">{text}</p>
    </Screen>
  );
}
