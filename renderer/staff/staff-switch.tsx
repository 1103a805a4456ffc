import type { ReactElement } from 'react';
import { unreachable } from '../../contract/result.ts';
import type { StaffScreen } from '../../contract/staff.ts';
import { Cell } from './cell.tsx';
import { Cells } from './cells.tsx';
import { Closed } from './closed.tsx';
import { Door } from './door.tsx';
import { Exception } from './exception.tsx';
import { Exceptions } from './exceptions.tsx';
import { Inventory } from './inventory.tsx';
import { InventoryDone } from './inventory-done.tsx';
import { Jobs } from './jobs.tsx';
import { Parcel } from './parcel.tsx';
import { Parcels } from './parcels.tsx';
import { PutIn } from './put-in.tsx';
import { Reason } from './reason.tsx';
import { SignIn } from './sign-in.tsx';

/** One component per screen of the contract; a new screen does not compile until it is shown. */
export function StaffSwitch({ screen }: { screen: StaffScreen }): ReactElement {
  switch (screen.name) {
    case 'closed':
      return <Closed />;
    case 'signIn':
      return <SignIn key={screen.step} {...screen} />;
    case 'jobs':
      return <Jobs {...screen} />;
    case 'putIn':
      return <PutIn {...screen} />;
    case 'parcels':
      return <Parcels key={screen.page} {...screen} />;
    case 'parcel':
      return <Parcel key={screen.parcel.id} {...screen} />;
    case 'cells':
      return <Cells {...screen} />;
    case 'cell':
      return <Cell key={screen.cell.cell} {...screen} />;
    case 'reason':
      return <Reason key={screen.purpose} {...screen} />;
    case 'door':
      return <Door key={screen.cell} {...screen} />;
    case 'exceptions':
      return <Exceptions {...screen} />;
    case 'exception':
      return <Exception key={`${screen.row.id} ${screen.asksAgain ?? ''}`} {...screen} />;
    case 'inventory':
      return <Inventory key={screen.page} {...screen} />;
    case 'inventoryDone':
      return <InventoryDone {...screen} />;
    default:
      return unreachable(screen);
  }
}
