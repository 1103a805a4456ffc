import { maskIdNumber, maskName } from '../../../contract/identity-card.ts';
import type { Screen } from '../../../contract/screen.ts';
import { mayRetryPrint, mayRetryQuery } from '../machine/retries.ts';
import { documentOf, itemOf, type SessionContext, type Visit, visitOf } from '../machine/types.ts';
import { recordScreen } from './record-screen.ts';
import { type Surroundings, USUAL_FIRST_PAGE_MS, USUAL_PAGE_MS, USUAL_QUERY_MS } from './surroundings.ts';
import { toTile } from './tiles.ts';

/** Nobody's visit, but a card lies there. */
const TAKE_CARD: Screen = { name: 'takeAway', card: true, paper: false, receipt: false, canContinue: false };

/**
 * What the person sees in a state of the session machine.
 * @param place the path of the innermost state, dotted: `visit.desk.home`
 * @param awayLeftMs what is left of the time in which the card may be away
 */
export function toScreen(place: string, context: SessionContext, around: Surroundings, awayLeftMs: number): Screen {
  const [top, part, inner] = place.split('.');
  switch (top) {
    case 'reading':
      return { name: 'reading' };
    case 'cardTrouble':
      return { name: 'cardTrouble', code: context.cardFailure ?? 'card.unreadable' };
    case 'leftBehind':
      return TAKE_CARD;
    case 'goodbye':
      return { name: 'goodbye' };
    case 'visit':
      if (part === 'lastCall') return TAKE_CARD;
      return visitScreen(part === 'desk' ? inner : part, inner, context, around, awayLeftMs);
    default:
      return around.readerReady() ? { name: 'attract' } : { name: 'outOfService', code: 'reader.offline' };
  }
}

function visitScreen(
  state: string | undefined,
  inner: string | undefined,
  context: SessionContext,
  around: Surroundings,
  awayLeftMs: number,
): Screen {
  const visit = visitOf(context);
  const code = visit.failure ?? 'printer.jobFailed';
  switch (state) {
    case 'department':
      return departmentScreen(visit, around);
    case 'confirm':
      return confirmScreen(visit, around);
    case 'fetching':
      return {
        name: 'waiting',
        item: toTile(itemOf(visit), around),
        usualMs: USUAL_QUERY_MS,
        limitMs: around.queryLimitMs,
      };
    case 'record':
      return recordScreen(visit, around);
    case 'noRecord':
      return { name: 'noRecord', item: toTile(itemOf(visit), around) };
    case 'trouble':
      return { name: 'trouble', code, retry: mayRetryQuery(code) };
    case 'printing':
      return printingScreen(visit, inner, around);
    case 'printFailed':
      return { name: 'printFailed', code, retry: mayRetryPrint(code) };
    case 'printed':
      return {
        name: 'printed',
        pages: documentOf(visit).pages,
        receipt: visit.receipt,
        ...(visit.receiptCode && { receiptCode: visit.receiptCode }),
      };
    case 'rating':
      return { name: 'rating' };
    case 'cardAway':
      return { name: 'cardAway', secondsLeft: Math.max(0, Math.ceil(awayLeftMs / 1000)) };
    case 'takeAway':
      return {
        name: 'takeAway',
        card: context.onReader.present,
        paper: visit.paperOut,
        receipt: visit.receiptOut,
        canContinue: context.onReader.idNumber === visit.card.idNumber,
      };
    default:
      return homeScreen(visit, around);
  }
}

function homeScreen({ earlier }: Visit, around: Surroundings): Screen {
  const earlierItem = earlier && around.catalogue.byCode(earlier.itemCode);
  return {
    name: 'home',
    popular: around.catalogue.popular().map((item) => toTile(item, around)),
    departments: [...around.catalogue.departments()],
    ...(earlier && earlierItem && { earlier: { itemName: earlierItem.name, outcome: earlier.outcome } }),
  };
}

function departmentScreen(visit: Visit, around: Surroundings): Screen {
  const department = around.catalogue.departments().find(({ id }) => id === visit.department);
  if (!department) return homeScreen(visit, around);
  const items = around.catalogue.byDepartment(department.id).map((item) => toTile(item, around));
  return { name: 'department', department, items };
}

function confirmScreen(visit: Visit, around: Surroundings): Screen {
  const item = itemOf(visit);
  const { revealed, card } = visit;
  return {
    name: 'confirm',
    item: toTile(item, around),
    fetches: item.fetches,
    purpose: item.purpose,
    holder: {
      name: revealed ? card.name : maskName(card.name),
      idNumber: revealed ? card.idNumber : maskIdNumber(card.idNumber),
      revealed,
    },
  };
}

function printingScreen(visit: Visit, inner: string | undefined, around: Surroundings): Screen {
  const { pages } = documentOf(visit);
  const { impressions, trouble } = visit.progress;
  if (trouble && inner !== 'givingUp') return { name: 'printTrouble', code: trouble, pages, impressions };
  const usualMs = USUAL_FIRST_PAGE_MS + (pages - 1) * USUAL_PAGE_MS;
  return { name: 'printing', item: toTile(itemOf(visit), around), pages, impressions, usualMs };
}
