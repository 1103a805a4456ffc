import { and, assign } from 'xstate';
import { cardStates } from './card-states.ts';
import { deskState } from './desk-states.ts';
import { leaveStates } from './leave-states.ts';
import { lockerDoorStates } from './locker-door-states.ts';
import { NO_LOCKER } from './no-locker.ts';
import { createSessionSetup, type SessionOptions } from './setup.ts';
import { calm, changeVisit } from './types.ts';
import { workStates } from './work-states.ts';

/** One resident's visit, from an empty reader to an empty reader. */
export function createSessionMachine(options: SessionOptions) {
  const setup = createSessionSetup(options);
  const { around, work, locker = NO_LOCKER } = options;
  return setup.createMachine({
    id: 'session',
    context: calm(options.language),
    initial: 'attract',
    on: {
      'card.presented': { actions: 'cardPut' },
      'card.read': { actions: { type: 'cardRead', params: ({ event }) => event.card } },
      'card.lies': { guard: 'readerEmpty', actions: 'cardPut' },
      'card.removed': { actions: 'cardGone' },
      setMode: { actions: { type: 'setMode', params: ({ event }) => event } },
      setLanguage: { actions: { type: 'setLanguage', params: ({ event }) => event.language } },
    },
    states: {
      ...cardStates(setup),
      visit: {
        initial: 'desk',
        on: {
          // Whoever looks around without a card may put one at any moment, also while a device or the center works.
          'card.presented': { actions: ['cardPut', assign({ cardFailure: null })] },
          'card.read': { guard: 'guest', actions: { type: 'bind', params: ({ event }) => event.card } },
          'card.failed': { guard: 'guest', actions: { type: 'cardFailed', params: ({ event }) => event.code } },
          // It was told of before this visit and will not be told of again: it has to be taken off first.
          'card.lies': {
            guard: and(['guest', 'readerEmpty']),
            actions: ['cardPut', { type: 'cardFailed', params: 'card.unreadable' }],
          },
          'earlier.settled': { guard: 'earlierRuns', actions: 'earlierSettled' },
          'idle.warned': {
            guard: 'somebodyHere',
            actions: assign(({ context }) => changeVisit(context, { revealed: false })),
          },
          reveal: {
            guard: 'somebodyHere',
            actions: assign(({ context, event }) => changeVisit(context, { revealed: event.on })),
          },
        },
        states: {
          desk: deskState(setup, around, locker),
          ...workStates(setup),
          ...lockerDoorStates(setup, locker),
          ...leaveStates(setup, work),
        },
      },
      goodbye: {
        entry: 'clearPerson',
        on: { 'card.presented': { target: 'reading', actions: ['clear', 'cardPut'] } },
        after: { goodbyeShow: 'attract' },
      },
    },
  });
}
