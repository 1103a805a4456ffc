import type { ScreenName } from '../../contract/screen.ts';

export interface Navigation {
  readonly back: boolean;
  readonly home: boolean;
  readonly leave: boolean;
}

const NOWHERE: Navigation = { back: false, home: false, leave: false };
const ANYWHERE: Navigation = { back: true, home: true, leave: true };
const OUT: Navigation = { back: false, home: false, leave: true };

/** What the footer offers on each screen. While a device or the center works there is nothing to go back to. */
export const NAVIGATION: Readonly<Record<ScreenName, Navigation>> = {
  attract: NOWHERE,
  outOfService: NOWHERE,
  reading: NOWHERE,
  cardTrouble: NOWHERE,
  home: OUT,
  departments: ANYWHERE,
  department: ANYWHERE,
  themes: ANYWHERE,
  theme: ANYWHERE,
  search: ANYWHERE,
  item: ANYWHERE,
  identify: ANYWHERE,
  fill: ANYWHERE,
  confirm: ANYWHERE,
  waiting: NOWHERE,
  noRecord: ANYWHERE,
  record: ANYWHERE,
  printing: NOWHERE,
  printTrouble: NOWHERE,
  printFailed: { back: false, home: true, leave: true },
  printed: NOWHERE,
  rating: OUT,
  trouble: ANYWHERE,
  cardAway: NOWHERE,
  takeAway: NOWHERE,
  goodbye: NOWHERE,
  technician: { back: true, home: false, leave: false },
  pickup: ANYWHERE,
  pickupSign: ANYWHERE,
  handIn: ANYWHERE,
  handInConfirm: ANYWHERE,
  lockerDoor: NOWHERE,
  lockerEnd: { back: false, home: true, leave: true },
  staff: NOWHERE,
};
