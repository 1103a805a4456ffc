import { assign } from 'xstate';
import type { LockerVisits } from '../locker-visits.ts';
import { foreignCard } from './foreign-card.ts';
import { beforeAnotherTry } from './hand-in.ts';
import { doorEnded, doorPlanned, doorStage } from './locker-door.ts';
import { changeTurn, grantOf, type LockerOutcome, mayReopen, mayTryDoor, pickupOf } from './locker-turn.ts';
import { RECEIPT_LATE, receiptEnd } from './receipt-end.ts';
import type { SessionSetup } from './setup.ts';
import { changeVisit, type SessionContext, visitOf } from './types.ts';

const endedAs = ({ context }: { context: SessionContext }, ...outcomes: readonly LockerOutcome[]): boolean =>
  outcomes.some((outcome) => visitOf(context).locker?.outcome === outcome);

/**
 * A door, and what came of it. While it opens or stands open nothing ends the visit but the door itself: not the idle clock, not
 * a touch, not a card that is taken or put.
 */
export function lockerDoorStates(setup: SessionSetup, locker: LockerVisits) {
  const lockerDoor = setup.createStateConfig({
    invoke: { src: 'door', input: ({ context }) => visitOf(context) },
    initial: 'planning',
    on: {
      'door.refused': { target: 'lockerTrouble', actions: { type: 'fail', params: ({ event }) => event.code } },
      'door.planned': {
        target: '.working',
        actions: assign(({ context, event: { cell, parcelId } }) =>
          changeTurn(context, (turn) => doorPlanned(turn, { cell, parcelId })),
        ),
      },
      'door.stage': {
        actions: assign(({ context, event }) => changeTurn(context, (turn) => doorStage(turn, event.stage))),
      },
      'door.ended': [
        {
          guard: ({ event: { end } }) => 'code' in end,
          target: 'lockerTrouble',
          actions: [
            assign(({ context, event }) => changeTurn(context, (turn) => doorEnded(turn, event.end))),
            { type: 'fail', params: ({ event: { end } }) => ('code' in end ? end.code : 'locker.doorUnknown') },
          ],
        },
        {
          target: 'lockerEnd',
          actions: assign(({ context, event }) => changeTurn(context, (turn) => doorEnded(turn, event.end))),
        },
      ],
    },
    states: { planning: {}, working: {} },
    // Each door ends by itself long before.
    after: { doorLimit: { target: 'lockerTrouble', actions: { type: 'fail', params: 'locker.doorUnknown' } } },
  });

  const waySomewhere = {
    // Who proved without a card puts none now: it is the next person's, who sees nothing of this.
    'card.presented': { guard: 'guest', target: '#session.reading', actions: ['clear', 'cardPut'] },
    leave: { target: '#session.visit.takeAway', actions: 'receiptMayCome' },
    home: [
      {
        guard: 'ownCardHere',
        target: '#session.visit.desk.browse',
        actions: ['receiptMayCome', 'toNextItem'],
      },
      { target: '#session.visit.takeAway', actions: 'receiptMayCome' },
    ],
  } as const;
  const lockerEnd = setup.createStateConfig({
    initial: 'sorting',
    on: waySomewhere,
    states: {
      sorting: {
        always: [
          { guard: (state) => endedAs(state, 'taken'), target: 'taken' },
          { guard: (state) => endedAs(state, 'askTaken'), target: 'askTaken' },
          { guard: (state) => endedAs(state, 'handedIn'), target: 'handedIn' },
          { target: 'asking' },
        ],
      },
      taken: { after: { lockerEndShow: '#session.visit.takeAway' } },
      /**
       * Nobody but the person can say whether they have it. The idle clock stands still, and a card may be taken: whoever says
       * nothing has it, and only whoever was there before has the door opened once more.
       */
      askTaken: {
        always: foreignCard,
        on: {
          confirm: {
            target: 'taken',
            actions: [
              ({ context }) => locker.pickup.confirmTaken(grantOf(pickupOf(visitOf(context)))),
              assign(({ context }) => changeTurn(context, (turn) => ({ ...turn, outcome: 'taken' }))),
            ],
          },
          retry: { guard: ({ context }) => mayReopen(context), target: '#session.visit.lockerDoor' },
        },
        after: { askTakenLimit: '#session.visit.takeAway' },
      },
      handedIn: {
        entry: assign(({ context }) => changeVisit(context, { receipt: 'printing' })),
        invoke: {
          src: 'slip',
          input: ({ context }) => context,
          onDone: { actions: assign(({ context, event }) => changeVisit(context, receiptEnd(event.output))) },
        },
        after: {
          receiptLimit: {
            target: '#session.visit.takeAway',
            actions: assign(({ context }) => changeVisit(context, RECEIPT_LATE)),
          },
        },
        initial: 'showing',
        states: {
          showing: { after: { lockerEndShow: 'shown' } },
          shown: { always: { guard: 'receiptEnded', target: '#session.visit.takeAway' } },
        },
      },
      /** Once more the same door, or not: the person says so, or nobody is there any more. */
      asking: {
        tags: 'idle',
        always: foreignCard,
        on: {
          retry: { guard: ({ context }) => mayReopen(context), target: '#session.visit.lockerDoor' },
          'idle.expired': '#session.visit.lastCall',
        },
        after: { cardAwayLimit: { guard: 'ownerGone', target: '#session.visit.takeAway' } },
      },
    },
  });
  const lockerTrouble = setup.createStateConfig({
    tags: 'idle',
    always: foreignCard,
    on: {
      ...waySomewhere,
      back: waySomewhere.home,
      retry: {
        guard: ({ context }) => mayTryDoor(context),
        target: 'lockerDoor',
        actions: assign(({ context }) =>
          changeTurn(context, (turn) => (turn.kind === 'handIn' ? beforeAnotherTry(turn, locker.handIn) : turn)),
        ),
      },
      'card.removed': { target: 'takeAway', actions: 'cardGone' },
      'idle.expired': 'lastCall',
    },
    after: { cardAwayLimit: { guard: 'ownerGone', target: 'takeAway' } },
  });
  return { lockerDoor, lockerEnd, lockerTrouble };
}
