import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { navigationOf } from './staff-navigation.ts';
import { useStaffView } from './staff-view.ts';

/** Back, jobs, sign out: always at the same place. */
export function StaffFooter(): ReactElement {
  const { snapshot, words, send } = useStaffView();
  const { back, home, signOut, doorFirst } = navigationOf(snapshot.screen);
  return (
    <footer className="page-footer">
      {back ? (
        <Button icon="back" disabled={doorFirst} onPress={() => send({ type: 'back' })}>
          {words.back}
        </Button>
      ) : (
        <span className="slot-empty" />
      )}
      {home ? (
        <Button icon="home" disabled={doorFirst} onPress={() => send({ type: 'home' })}>
          {words.home}
        </Button>
      ) : (
        <span className="slot-empty" />
      )}
      {signOut ? (
        <Button icon="leave" disabled={doorFirst} onPress={() => send({ type: 'signOut' })}>
          {words.signOut}
        </Button>
      ) : (
        <span className="slot-empty" />
      )}
    </footer>
  );
}
