import { assign } from 'xstate';
import type { VisitWork } from '../visit-work.ts';
import { foreignCard } from './foreign-card.ts';
import { RECEIPT_LATE, receiptEnd } from './receipt-end.ts';
import type { SessionSetup } from './setup.ts';
import { changeVisit, recordOf, visitOf } from './types.ts';

/** From paper in the tray to an empty reader: receipt, rating, card and paper, and the ways out. */
export function leaveStates(setup: SessionSetup, work: VisitWork) {
  const printed = setup.createStateConfig({
    entry: assign(({ context }) => changeVisit(context, { receipt: 'printing' })),
    invoke: {
      src: 'receipt',
      input: ({ context }) => context,
      onDone: { actions: assign(({ context, event }) => changeVisit(context, receiptEnd(event.output))) },
    },
    after: {
      receiptLimit: {
        target: 'rating',
        actions: assign(({ context }) => changeVisit(context, RECEIPT_LATE)),
      },
    },
    initial: 'showing',
    states: {
      showing: { after: { printedShow: 'shown' } },
      shown: {
        always: [
          // A guide is no case: nothing to rate.
          { guard: 'guidePrint', target: '#session.visit.takeAway' },
          { guard: 'receiptEnded', target: '#session.visit.rating' },
        ],
      },
    },
  });
  const rating = setup.createStateConfig({
    on: {
      rate: {
        target: 'takeAway',
        actions: ({ context, event }) => work.rate(recordOf(visitOf(context)).transactionId, event.level),
      },
      skip: 'takeAway',
      leave: 'takeAway',
    },
    after: { ratingLimit: 'takeAway' },
  });
  const cardAway = setup.createStateConfig({
    always: [{ guard: 'ownCardHere', target: 'desk.remembered' }, foreignCard],
    on: { leave: { target: 'takeAway', actions: 'abandon' } },
    after: { cardAwayLimit: { target: 'takeAway', actions: 'abandon' } },
  });
  const takeAway = setup.createStateConfig({
    // Nothing of the locker is needed any more, and what was held there must not wait for the goodbye.
    entry: 'dropLocker',
    always: { guard: 'nothingToTake', target: '#session.goodbye' },
    on: { continueVisit: { guard: 'ownCardHere', target: 'desk.browse', actions: 'toNextItem' } },
    after: { continueLimit: 'lastCall' },
    initial: 'waiting',
    states: {
      waiting: {
        always: { guard: 'readerEmpty', target: 'leaving' },
        on: { 'reader.lost': { actions: 'cardGone' } },
      },
      leaving: {
        // The next person does not wait for the last one's goodbye.
        on: { 'card.presented': { target: '#session.reading', actions: ['clear', 'cardPut'] } },
        after: { takeAwayShow: '#session.goodbye' },
      },
    },
  });
  /** Nobody has touched anything for long: all that is personal is gone, the card is still asked for. */
  const lastCall = setup.createStateConfig({
    entry: 'clearPerson',
    always: { guard: 'readerEmpty', target: '#session.goodbye' },
    on: { 'reader.lost': { actions: 'cardGone' } },
  });
  return { printed, rating, cardAway, takeAway, lastCall };
}
