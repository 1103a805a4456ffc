import type { StaffScreen } from '../../../contract/staff.ts';
import type { StaffDeskParts } from '../desk/desk.ts';
import type { SignedIn, StaffState } from '../desk/state.ts';
import { REASONS } from '../jobs/allowed.ts';
import { doorScreen, putInScreen } from './door-screens.ts';
import { inventoryScreen } from './inventory-screen.ts';
import { jobsScreen } from './jobs-screen.ts';
import { cellScreen, exceptionScreen, parcelScreen, parcelsScreen } from './list-screens.ts';
import { signInScreen } from './sign-in-screen.ts';

const CLOSED: StaffScreen = { name: 'closed' };

/** What the page is shown of a state. PINs, keyed hashes and names of residents stay behind. */
export function toScreen(state: StaffState, signed: SignedIn | undefined, parts: StaffDeskParts): StaffScreen {
  if (state.name === 'closed') return CLOSED;
  if (state.name === 'signIn') return signInScreen(state, parts.clock.now());
  return signed ? jobScreen(state, signed, parts) : CLOSED;
}

function jobScreen(
  state: Exclude<StaffState, { name: 'closed' | 'signIn' }>,
  signed: SignedIn,
  parts: StaffDeskParts,
): StaffScreen {
  const { view } = parts.locker;
  switch (state.name) {
    case 'jobs':
      return jobsScreen(signed, view);
    case 'putIn':
      return putInScreen(state, signed, view, parts.hasScanner());
    case 'parcels':
      return parcelsScreen(state, view);
    case 'parcel':
      return parcelScreen(state, view) ?? CLOSED;
    case 'cells':
      return { name: 'cells', columns: view.columns, cells: [...view.cells()] };
    case 'cell':
      return cellScreen(state, view) ?? CLOSED;
    case 'reason':
      return { name: 'reason', purpose: state.purpose, cell: state.cell, reasons: [...REASONS[state.purpose]] };
    case 'door':
      return doorScreen(state, view);
    case 'exceptions':
      return { name: 'exceptions', rows: [...view.exceptions()] };
    case 'exception':
      return exceptionScreen(state, view) ?? CLOSED;
    case 'inventory':
      return inventoryScreen(state, view);
    case 'inventoryDone':
      return { name: 'inventoryDone', differences: [...state.differences], total: state.total };
  }
}
