import type { ReactElement } from 'react';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

/** Everything personal is gone. */
export function Goodbye(): ReactElement {
  const { words } = useView();
  return (
    <Screen
      className="hero centered"
      title={words.goodbyeTitle}
      lead={words.goodbyeText}
      art={
        <span className="big-sign">
          <Icon name="check" />
        </span>
      }
    />
  );
}
