import type { StaffEvent } from '../../../contract/staff-event.ts';
import { onCell, onReason } from '../jobs/cell.ts';
import { onDoor } from '../jobs/door.ts';
import { onException, onExceptions } from '../jobs/exceptions.ts';
import { onInventory } from '../jobs/inventory.ts';
import { onCells, onJobs, onParcels } from '../jobs/lists.ts';
import { onParcel } from '../jobs/parcel.ts';
import { onPutIn } from '../jobs/put-in.ts';
import { askWho, onSignIn } from '../sign-in/sign-in-state.ts';
import type { Desk } from './desk.ts';
import type { StaffState } from './state.ts';

/** Gives an event to the function of the state. What does not fit the moment has no effect. */
export function handle(desk: Desk, state: StaffState, event: StaffEvent): void {
  if (event.type === 'signOut') {
    if (!(isAtDoor(state) || state.name === 'closed')) desk.close('signOut');
    return;
  }
  switch (state.name) {
    case 'closed':
      if (event.type === 'open') desk.go(askWho());
      return;
    case 'signIn':
      onSignIn(desk, state, event);
      return;
    case 'jobs':
      onJobs(desk, event);
      return;
    case 'putIn':
      onPutIn(desk, state, event);
      return;
    case 'parcels':
      onParcels(desk, state, event);
      return;
    case 'parcel':
      onParcel(desk, state, event);
      return;
    case 'cells':
      onCells(desk, event);
      return;
    case 'cell':
      onCell(desk, state, event);
      return;
    case 'reason':
      onReason(desk, state, event);
      return;
    case 'door':
      onDoor(desk, state, event);
      return;
    case 'exceptions':
      onExceptions(desk, event);
      return;
    case 'exception':
      onException(desk, state, event);
      return;
    case 'inventory':
      onInventory(desk, state, event);
      return;
    case 'inventoryDone':
      if (event.type === 'back' || event.type === 'home') desk.go({ name: 'jobs' });
      else if (event.type === 'openExceptions') desk.go({ name: 'exceptions' });
      return;
  }
}

/** A door opens or stands open: nobody leaves its page, and silence means that hands are at work. It always ends. */
export const isAtDoor = (state: StaffState): boolean =>
  (state.name === 'putIn' || state.name === 'door') && (state.stage === 'opening' || state.stage === 'open');
