import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { Notice } from '../../ui/notice.tsx';
import { pressGuard } from '../../ui/press-guard.ts';
import { useView } from '../../ui/view.ts';

interface LockerWayProps {
  readonly icon: IconName;
  readonly name: string;
  readonly hint: string;
  /** Something waits here for whoever is here. */
  readonly strong?: boolean;
  readonly onPress: () => void;
}

function LockerWay({ icon, name, hint, strong = false, onPress }: LockerWayProps): ReactElement {
  return (
    <button
      type="button"
      className={strong ? 'locker-way strong' : 'locker-way'}
      onClick={(event) => {
        if (pressGuard.allows(event)) onPress();
      }}
    >
      <Icon name={icon} />
      <span className="locker-way-text">
        <span className="locker-way-name">{name}</span>
        <span className="locker-way-hint">{hint}</span>
      </span>
    </button>
  );
}

/** The two ways to the locker; or, before anybody begins, that it is closed, and that what lies in it is safe. */
export function LockerWays({ state, waiting = 0 }: { state: 'ready' | 'closed'; waiting?: number }): ReactElement {
  const { words, snapshot, send } = useView();
  if (state === 'closed') {
    return (
      <Notice icon="warn" kind="warn">
        <p>{waiting > 0 ? words.lockerClosedWaiting(waiting) : words.lockerClosed}</p>
        {snapshot.screen.name === 'attract' && (
          <p className="closed-help">{words.lockerClosedHelp(snapshot.kiosk.phone)}</p>
        )}
      </Notice>
    );
  }
  return (
    <div className="locker-ways">
      <LockerWay
        icon="pickup"
        name={words.lockerPickup}
        hint={waiting > 0 ? words.lockerWaiting(waiting) : words.lockerPickupHint}
        strong={waiting > 0}
        onPress={() => send({ type: 'openPickup' })}
      />
      <LockerWay
        icon="handIn"
        name={words.lockerHandIn}
        hint={words.lockerHandInHint}
        onPress={() => send({ type: 'openHandIn' })}
      />
    </div>
  );
}
