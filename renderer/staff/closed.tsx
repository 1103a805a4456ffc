import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { useStaffView } from './staff-view.ts';

/** Nobody of the staff is here. */
export function Closed(): ReactElement {
  const { words, send } = useStaffView();
  return (
    <Screen
      className="centered staff-closed"
      title={words.closedTitle}
      lead={words.closedLead}
      actions={
        <Button kind="primary" icon="staff" onPress={() => send({ type: 'open' })}>
          {words.open}
        </Button>
      }
    >
      <span className="staff-sign">
        <Icon name="pickup" />
      </span>
    </Screen>
  );
}
