import { inputWords } from '../../../contract/catalogue/form-words.ts';
import { maskIdNumber, maskName } from '../../../contract/identity-card.ts';
import type { Screen } from '../../../contract/screen.ts';
import { mayRetryPrint, mayRetryQuery } from '../machine/retries.ts';
import { documentOf, itemOf, type SessionContext, selfServiceOf, type Visit, visitOf } from '../machine/types.ts';
import { browseScreen } from './browse-screen.ts';
import { fillScreen } from './fill-screen.ts';
import { isLockerState, lockerScreen, lockerTile } from './locker-screen.ts';
import { recordScreen } from './record-screen.ts';
import { type Surroundings, USUAL_FIRST_PAGE_MS, USUAL_PAGE_MS, USUAL_QUERY_MS } from './surroundings.ts';
import { technicianScreen } from './technician-screen.ts';
import { toTile } from './tiles.ts';

/** Nobody's visit, but a card lies there. */
const TAKE_CARD: Screen = { name: 'takeAway', card: true, paper: false, receipt: false, canContinue: false };

/**
 * What the person sees in a state of the session machine.
 * @param place the path of the innermost state, dotted: `visit.desk.browse`
 * @param awayLeftMs what is left of the time in which the card may be away
 */
export function toScreen(place: string, context: SessionContext, around: Surroundings, awayLeftMs: number): Screen {
  const [top, part, inner, innermost] = place.split('.');
  switch (top) {
    case 'reading':
      return { name: 'reading' };
    case 'cardTrouble':
      return { name: 'cardTrouble', code: context.cardFailure ?? 'card.unreadable' };
    case 'leftBehind':
      return TAKE_CARD;
    case 'goodbye':
      return { name: 'goodbye' };
    case 'technician':
      return technicianScreen(around);
    case 'staff':
      return { name: 'staff' };
    case 'visit':
      if (part === 'lastCall') return TAKE_CARD;
      return part === 'desk'
        ? visitScreen(inner, innermost, context, around, awayLeftMs)
        : visitScreen(part, inner, context, around, awayLeftMs);
    default:
      return attractScreen(around);
  }
}

function attractScreen(around: Surroundings): Screen {
  const locker = lockerTile(around);
  const ways = locker ? { locker } : {};
  // Without a reader a code and a QR code still open the locker.
  return around.readerReady()
    ? { name: 'attract', ...ways }
    : { name: 'outOfService', code: 'reader.offline', ...ways };
}

function visitScreen(
  state: string | undefined,
  inner: string | undefined,
  context: SessionContext,
  around: Surroundings,
  awayLeftMs: number,
): Screen {
  if (isLockerState(state)) return lockerScreen(state, inner, context, around);
  const visit = visitOf(context);
  const code = visit.failure ?? 'printer.jobFailed';
  switch (state) {
    case 'identify':
      return identifyScreen(visit, context, around);
    case 'fill':
      return fillScreen(visit, around);
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
        canContinue: visit.card === null || context.onReader.idNumber === visit.card.idNumber,
      };
    default:
      return browseScreen(visit, context.language, around);
  }
}

/** Asked for the card in the middle of looking around: read here, where the person is. */
function identifyScreen(visit: Visit, { onReader, cardFailure }: SessionContext, around: Surroundings): Screen {
  if (cardFailure && onReader.present) return { name: 'cardTrouble', code: cardFailure };
  return onReader.present ? { name: 'reading' } : { name: 'identify', item: toTile(itemOf(visit), around) };
}

function confirmScreen(visit: Visit, around: Surroundings): Screen {
  const item = selfServiceOf(visit);
  const { revealed, card, filling } = visit;
  const { identity, fetches, purpose, form } = item.machine;
  return {
    name: 'confirm',
    item: toTile(item, around),
    fetches,
    purpose,
    ...(identity === 'card' &&
      card && {
        holder: {
          name: revealed ? card.name : maskName(card.name),
          idNumber: revealed ? card.idNumber : maskIdNumber(card.idNumber),
          revealed,
        },
      }),
    inputs: form.flatMap((field) => {
      const value = filling?.inputs[field.key];
      return value === undefined ? [] : [{ label: field.label, value: inputWords(field, value) }];
    }),
  };
}

function printingScreen(visit: Visit, inner: string | undefined, around: Surroundings): Screen {
  const { pages } = documentOf(visit);
  const { impressions, trouble } = visit.progress;
  if (trouble && inner !== 'givingUp') return { name: 'printTrouble', code: trouble, pages, impressions };
  const usualMs = USUAL_FIRST_PAGE_MS + (pages - 1) * USUAL_PAGE_MS;
  return { name: 'printing', item: toTile(itemOf(visit), around), pages, impressions, usualMs };
}
