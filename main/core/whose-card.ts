import type { IdCardEvent } from '../../native/idcard/reader.ts';
import type { Session } from '../session/session.ts';
import type { StaffDesk } from '../staff/staff-desk.ts';

/**
 * One reader, two who may want a card. It is the visit's, unless nobody's visit runs and a sign-in waits for one: then it is the
 * staff's until it is taken away. At a second screen only if their list has it: a resident who comes to the front while somebody
 * signs in behind is served.
 */
export function cardsOf(
  staff: Pick<StaffDesk, 'wantsCard' | 'knows' | 'card' | 'cardFailed'>,
  session: () => Session | undefined,
): (event: IdCardEvent) => void {
  let isForStaff = false;
  /** Counts cards: an answer about one that was taken away meanwhile is about nothing. */
  let put = 0;

  const decide = async (event: Extract<IdCardEvent, { type: 'read' }>): Promise<void> => {
    const mine = put;
    const isTheirs = await staff.knows(event.card);
    if (mine !== put) return;
    if (isTheirs) {
      staff.card(event.card);
      return;
    }
    isForStaff = false;
    session()?.card({ type: 'presented' });
    session()?.card(event);
  };

  return (event) => {
    const front = session();
    const isStaffScreen = front?.snapshot().screen.name === 'staff';
    if (event.type === 'presented') {
      put += 1;
      isForStaff = front?.isFree() === true && staff.wantsCard();
    }
    if (isForStaff && event.type === 'read') {
      if (isStaffScreen) staff.card(event.card);
      else void decide(event);
    }
    if (isForStaff && event.type === 'failed') staff.cardFailed(event.code);
    // On the machine's own screen the session keeps count of what lies there, for when the staff leave.
    if (!isForStaff || isStaffScreen) front?.card(event);
    if (event.type === 'removed') {
      put += 1;
      isForStaff = false;
    }
  };
}
