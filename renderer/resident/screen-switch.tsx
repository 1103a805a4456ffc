import type { ReactElement } from 'react';
import { unreachable } from '../../contract/result.ts';
import type { Screen } from '../../contract/screen.ts';
import { StaffPage } from '../staff/staff-page.tsx';
import { Attract } from './attract.tsx';
import { CardAway } from './card-away.tsx';
import { CardTrouble } from './card-trouble.tsx';
import { Confirm } from './confirm.tsx';
import { Department } from './department.tsx';
import { Departments } from './departments.tsx';
import { Fill } from './fill/fill.tsx';
import { Goodbye } from './goodbye.tsx';
import { Home } from './home.tsx';
import { Identify } from './identify.tsx';
import { Item } from './item.tsx';
import { HandIn } from './locker/hand-in.tsx';
import { HandInConfirm } from './locker/hand-in-confirm.tsx';
import { LockerDoor } from './locker/locker-door.tsx';
import { LockerEnd } from './locker/locker-end.tsx';
import { Pickup } from './locker/pickup.tsx';
import { PickupSign } from './locker/pickup-sign.tsx';
import { NoRecord } from './no-record.tsx';
import { OutOfService } from './out-of-service.tsx';
import { PrintFailed } from './print-failed.tsx';
import { PrintTrouble } from './print-trouble.tsx';
import { Printed } from './printed.tsx';
import { Printing } from './printing.tsx';
import { Rating } from './rating.tsx';
import { Reading } from './reading.tsx';
import { Record } from './record.tsx';
import { Search } from './search.tsx';
import { TakeAway } from './take-away.tsx';
import { Technician } from './technician.tsx';
import { Theme } from './theme.tsx';
import { Themes } from './themes.tsx';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';

/** One component per screen of the contract; a new screen does not compile until it is shown. */
export function ScreenSwitch({ screen }: { screen: Screen }): ReactElement {
  switch (screen.name) {
    case 'attract':
      return <Attract {...screen} />;
    case 'outOfService':
      return <OutOfService {...screen} />;
    case 'reading':
      return <Reading />;
    case 'cardTrouble':
      return <CardTrouble {...screen} />;
    case 'home':
      return <Home {...screen} />;
    case 'departments':
      return <Departments {...screen} />;
    case 'department':
      return <Department key={screen.department.id} {...screen} />;
    case 'themes':
      return <Themes {...screen} />;
    case 'theme':
      return <Theme key={screen.theme.id} {...screen} />;
    case 'search':
      return <Search {...screen} />;
    case 'item':
      return <Item key={screen.item.code} {...screen} />;
    case 'identify':
      return <Identify {...screen} />;
    case 'fill':
      return <Fill key={screen.field.key} {...screen} />;
    case 'confirm':
      return <Confirm {...screen} />;
    case 'waiting':
      return <Waiting {...screen} />;
    case 'noRecord':
      return <NoRecord {...screen} />;
    case 'record':
      return <Record {...screen} />;
    case 'printing':
      return <Printing {...screen} />;
    case 'printTrouble':
      return <PrintTrouble {...screen} />;
    case 'printFailed':
      return <PrintFailed {...screen} />;
    case 'printed':
      return <Printed {...screen} />;
    case 'rating':
      return <Rating />;
    case 'trouble':
      return <Trouble {...screen} />;
    case 'cardAway':
      return <CardAway {...screen} />;
    case 'takeAway':
      return <TakeAway {...screen} />;
    case 'goodbye':
      return <Goodbye />;
    case 'technician':
      return <Technician {...screen} />;
    case 'pickup':
      return <Pickup {...screen} />;
    case 'pickupSign':
      return <PickupSign {...screen} />;
    case 'handIn':
      return <HandIn {...screen} />;
    case 'handInConfirm':
      return <HandInConfirm {...screen} />;
    case 'lockerDoor':
      return <LockerDoor {...screen} />;
    case 'lockerEnd':
      return <LockerEnd {...screen} />;
    case 'staff':
      return <StaffPage />;
    default:
      return unreachable(screen);
  }
}
