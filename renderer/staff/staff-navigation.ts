import type { StaffScreen } from '../../contract/staff.ts';

/** Which of the three ways out a screen has. They never move; what is not there leaves its place empty. */
export interface StaffNavigation {
  readonly back: boolean;
  readonly home: boolean;
  readonly signOut: boolean;
  /** A door is at work: nobody goes before it is closed. */
  readonly doorFirst: boolean;
}

const NOWHERE: StaffNavigation = { back: false, home: false, signOut: false, doorFirst: false };
const ANYWHERE: StaffNavigation = { back: true, home: true, signOut: true, doorFirst: false };
const AT_A_DOOR: StaffNavigation = { ...ANYWHERE, doorFirst: true };

/** Stages in which a door is opening or open. */
const AT_WORK: readonly string[] = ['opening', 'open'];

export function navigationOf(screen: StaffScreen): StaffNavigation {
  switch (screen.name) {
    case 'closed':
      return NOWHERE;
    case 'signIn':
      return { ...NOWHERE, back: true };
    case 'jobs':
      return { ...NOWHERE, signOut: true };
    case 'putIn':
      // What lies in the hand is to be said first.
      if (screen.stage === 'empty') return { ...NOWHERE, signOut: true };
      return AT_WORK.includes(screen.stage) ? AT_A_DOOR : ANYWHERE;
    case 'door':
      return AT_WORK.includes(screen.stage) ? AT_A_DOOR : ANYWHERE;
    default:
      return ANYWHERE;
  }
}
