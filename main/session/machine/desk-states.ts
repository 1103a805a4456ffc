import { assign } from 'xstate';
import type { LockerVisits } from '../locker-visits.ts';
import type { Surroundings } from '../projection/surroundings.ts';
import { browseState } from './browse-state.ts';
import { fillState } from './fill-state.ts';
import { lockerDeskStates } from './locker-desk-states.ts';
import type { SessionSetup } from './setup.ts';
import { changeVisit, visitOf } from './types.ts';

/**
 * The person looks, chooses and reads; the idle clock runs. The card stays on the reader: taking it away interrupts, and
 * putting it back goes on where they were. Who looks around without a card is asked for it when an item needs it.
 */
export function deskState(setup: SessionSetup, around: Surroundings, locker: LockerVisits) {
  /** Goes on to what the chosen item still needs. */
  const begin = setup.createStateConfig({
    always: [
      { guard: 'needsCard', target: 'identify' },
      // Known only now that the card lies there.
      { guard: 'stillPrinting', target: 'browse', actions: 'aboutItem' },
      { guard: 'needsForm', target: 'fill' },
      { target: 'confirm' },
    ],
  });
  const identify = setup.createStateConfig({
    on: {
      'card.read': { target: 'begin', actions: { type: 'bind', params: ({ event }) => event.card } },
      back: 'browse',
    },
  });
  const confirm = setup.createStateConfig({
    on: {
      confirm: '#session.visit.fetching',
      about: { target: 'browse', actions: 'aboutItem' },
      back: [{ guard: 'needsForm', target: 'fill' }, { target: 'browse' }],
    },
  });
  /** The document is laid out while the person looks, so that printing need not wait for it. */
  const record = setup.createStateConfig({
    invoke: {
      src: 'prepare',
      input: ({ context }) => visitOf(context),
      onDone: [
        {
          guard: ({ event }) => event.output.ok,
          actions: assign(({ context, event }) =>
            event.output.ok ? changeVisit(context, { document: event.output.value }) : {},
          ),
        },
        {
          target: '#session.visit.trouble',
          actions: [
            'abandon',
            {
              type: 'fail',
              params: ({ event }) => (event.output.ok ? 'document.unprintableCharacter' : event.output.error),
            },
          ],
        },
      ],
    },
    on: {
      print: { guard: 'documentReady', target: '#session.visit.printing' },
      back: { target: 'browse', actions: ['abandon', 'backToList'] },
    },
  });
  const noRecord = setup.createStateConfig({ on: { back: { target: 'browse', actions: 'backToList' } } });
  /** The guide is laid out: a moment only. */
  const guide = setup.createStateConfig({
    invoke: {
      src: 'guide',
      input: ({ context }) => ({ visit: visitOf(context), language: context.language }),
      onDone: [
        {
          guard: ({ event }) => event.output.ok,
          target: '#session.visit.printing',
          actions: assign(({ context, event }) => {
            if (!event.output.ok) return {};
            const { transactionId, document } = event.output.value;
            return changeVisit(context, { guide: { transactionId }, document });
          }),
        },
        {
          target: '#session.visit.trouble',
          actions: {
            type: 'fail',
            params: ({ event }) => (event.output.ok ? 'document.unprintableCharacter' : event.output.error),
          },
        },
      ],
    },
  });

  return setup.createStateConfig({
    tags: 'idle',
    initial: 'browse',
    always: { guard: 'ownCardAway', target: 'cardAway' },
    on: {
      home: { target: '.browse', actions: ['abandon', 'toNextItem'] },
      leave: { target: 'takeAway', actions: 'abandon' },
      'idle.expired': { target: 'lastCall', actions: 'abandon' },
    },
    states: {
      browse: browseState(setup),
      begin,
      identify,
      fill: fillState(setup, around),
      confirm,
      record,
      noRecord,
      guide,
      ...lockerDeskStates(setup, locker),
      remembered: { type: 'history', history: 'deep' },
    },
  });
}
