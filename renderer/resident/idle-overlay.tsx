import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Overlay } from '../ui/overlay.tsx';
import { useView } from '../ui/view.ts';

/** Silence for long: one big button. A touch anywhere else counts as well. */
export function IdleOverlay({ secondsLeft }: { secondsLeft: number }): ReactElement {
  const { words, send } = useView();
  const stay = (): void => send({ type: 'stillHere' });
  return (
    <Overlay label={words.idleTitle} className="idle" onClose={stay}>
      <h2>{words.idleTitle}</h2>
      <p className="idle-count" role="timer">
        {words.idleText(secondsLeft)}
      </p>
      <Button kind="primary" repeatable onPress={stay}>
        {words.idleButton}
      </Button>
    </Overlay>
  );
}
