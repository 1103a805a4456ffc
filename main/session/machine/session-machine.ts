import { assign } from 'xstate';
import { cardStates } from './card-states.ts';
import { deskState } from './desk-states.ts';
import { leaveStates } from './leave-states.ts';
import { createSessionSetup, type SessionOptions } from './setup.ts';
import { changeVisit, EMPTY_READER, NO_MODES, type SessionContext } from './types.ts';
import { workStates } from './work-states.ts';

/** One resident's visit, from an empty reader to an empty reader. */
export function createSessionMachine(options: SessionOptions) {
  const setup = createSessionSetup(options);
  const context: SessionContext = {
    visit: null,
    onReader: EMPTY_READER,
    cardFailure: null,
    language: options.language,
    modes: NO_MODES,
  };
  return setup.createMachine({
    id: 'session',
    context,
    initial: 'attract',
    on: {
      'card.presented': { actions: 'cardPut' },
      'card.read': { actions: { type: 'cardRead', params: ({ event }) => event.card } },
      'card.removed': { actions: 'cardGone' },
      setMode: { actions: assign(({ context, event }) => ({ modes: { ...context.modes, [event.mode]: event.on } })) },
      setLanguage: { actions: assign(({ event }) => ({ language: event.language })) },
    },
    states: {
      ...cardStates(setup),
      visit: {
        initial: 'desk',
        on: { reveal: { actions: assign(({ context, event }) => changeVisit(context, { revealed: event.on })) } },
        states: { desk: deskState(setup), ...workStates(setup), ...leaveStates(setup, options.work) },
      },
      goodbye: {
        entry: 'clear',
        on: { 'card.presented': { target: 'reading', actions: 'cardPut' } },
        after: { goodbyeShow: 'attract' },
      },
    },
  });
}
