import type { DoorAct, DoorEnd } from '../../locker/locker.ts';
import type { Desk } from '../desk/desk.ts';
import type { DoorState, StaffState } from '../desk/state.ts';
import { followDoor } from './follow-door.ts';

const isDoor = (state: StaffState): state is DoorState => state.name === 'door';

/** What a door is opened for, and where one comes back to afterwards. */
export type DoorJob = Pick<DoorState, 'purpose' | 'cell' | 'parcel' | 'again' | 'onEmpty' | 'round' | 'back'>;

/** Opens the door of an act that is planned, and follows it to its end. */
export function openDoor(desk: Desk, job: DoorJob, act: DoorAct): void {
  // Once more: how it ended before is no news any more.
  desk.go({
    ...job,
    name: 'door',
    cell: act.cell,
    act,
    stage: 'opening',
    urge: 'none',
    item: 'unknown',
    ended: undefined,
    refused: undefined,
  });
  followDoor(desk, act, isDoor, {
    stage: (now, { stage, urge }) => desk.go({ ...now, stage, urge }),
    end: (now, end) => {
      const ended: DoorState = { ...now, stage: 'ended', urge: 'none', ...endOf(now, end) };
      // Looking was the first half of it: what was seen is asked for at once.
      desk.go(ended.ended === 'done' && now.back.name === 'exception' ? now.back : ended);
    },
  });
}

function endOf({ purpose, onEmpty }: DoorState, end: DoorEnd): Pick<DoorState, 'ended' | 'item' | 'refused'> {
  switch (end.end) {
    case 'closed':
      if (onEmpty && end.item === 'notPresent') {
        const settled = onEmpty();
        return settled.ok
          ? { ended: 'done', item: end.item }
          : { ended: 'empty', item: end.item, refused: settled.error };
      }
      if (purpose === 'placeAnew' && end.item === 'notPresent') return { ended: 'empty', item: end.item };
      if (isTakingOut(purpose) && end.item === 'present') return { ended: 'stillInside', item: end.item };
      return { ended: 'done', item: end.item };
    case 'notOpened':
      return { ended: 'notOpened', item: 'unknown', refused: end.code };
    case 'unknown':
      return { ended: 'unknown', item: 'unknown', refused: end.code };
    case 'leftOpen':
      return { ended: 'leftOpen', item: 'unknown' };
  }
}

const isTakingOut = (purpose: DoorState['purpose']): boolean =>
  purpose === 'takeBack' || purpose === 'empty' || purpose === 'move';
