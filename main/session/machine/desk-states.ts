import { assign } from 'xstate';
import type { SessionSetup } from './setup.ts';
import { changeVisit, visitOf, withoutDepartment } from './types.ts';

/**
 * The states in which the machine waits for the person: the idle clock runs, and a card taken away interrupts. `remembered`
 * leads back to where the person was.
 */
export function deskState(setup: SessionSetup) {
  const home = setup.createStateConfig({
    on: {
      chooseItem: {
        guard: { type: 'itemExists', params: ({ event }) => event.code },
        target: 'confirm',
        actions: { type: 'choose', params: ({ event }) => event.code },
      },
      chooseDepartment: {
        guard: { type: 'departmentExists', params: ({ event }) => event.department },
        target: 'department',
        actions: assign(({ context, event }) => changeVisit(context, { department: event.department })),
      },
    },
  });
  const department = setup.createStateConfig({
    on: {
      back: { target: 'home', actions: assign(({ context }) => withoutDepartment(context)) },
      chooseItem: {
        guard: { type: 'itemExists', params: ({ event }) => event.code },
        target: 'confirm',
        actions: { type: 'choose', params: ({ event }) => event.code },
      },
    },
  });
  const confirm = setup.createStateConfig({
    on: {
      confirm: '#session.visit.fetching',
      back: [
        { guard: ({ context }) => visitOf(context).department !== undefined, target: 'department' },
        { target: 'home' },
      ],
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
      back: { target: 'home', actions: ['abandon', 'toNextItem'] },
    },
  });
  const noRecord = setup.createStateConfig({ on: { back: { target: 'home', actions: 'toNextItem' } } });

  return setup.createStateConfig({
    tags: 'idle',
    initial: 'home',
    always: { guard: 'ownCardAway', target: 'cardAway' },
    on: {
      home: { target: '.home', actions: ['abandon', 'toNextItem'] },
      leave: { target: 'takeAway', actions: 'abandon' },
      'idle.expired': { target: 'lastCall', actions: 'abandon' },
    },
    states: { home, department, confirm, record, noRecord, remembered: { type: 'history', history: 'deep' } },
  });
}
