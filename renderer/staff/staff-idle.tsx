import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Overlay } from '../ui/overlay.tsx';
import { useStaffView } from './staff-view.ts';

/** Nobody touched anything for long: one big button before the desk is closed. */
export function StaffIdle({ seconds }: { seconds: number }): ReactElement {
  const { words, send } = useStaffView();
  const stay = (): void => send({ type: 'stillHere' });
  return (
    <Overlay label={words.idleTitle} className="idle" onClose={stay}>
      <h2>{words.idleTitle}</h2>
      <p className="idle-count" role="timer">
        {words.idleText(seconds)}
      </p>
      <Button kind="primary" repeatable onPress={stay}>
        {words.idleButton}
      </Button>
    </Overlay>
  );
}
