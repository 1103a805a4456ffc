import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useView } from '../../ui/view.ts';

/** Before a camera is opened: what for, what becomes of it, and that it is not needed. Two answers of equal weight. */
export function StillQuestion({ onAnswer }: { onAnswer: (yes: boolean) => void }): ReactElement {
  const { words } = useView();
  return (
    <Screen
      className="still-question"
      title={words.stillTitle}
      art={
        <span className="big-sign">
          <Icon name="camera" />
        </span>
      }
      actions={
        <div className="bar-of-two">
          <Button icon="next" onPress={() => onAnswer(false)}>
            {words.stillNo}
          </Button>
          <Button icon="camera" onPress={() => onAnswer(true)}>
            {words.stillYes}
          </Button>
        </div>
      }
    >
      <ul className="still-facts">
        {words.stillFacts.map((fact) => (
          <li key={fact}>
            <Icon name="check" />
            {fact}
          </li>
        ))}
      </ul>
    </Screen>
  );
}
