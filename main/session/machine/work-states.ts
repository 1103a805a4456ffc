import { assign } from 'xstate';
import type { SessionSetup } from './setup.ts';
import { changeVisit, visitOf, withFetched } from './types.ts';

/** A device or the center works, or something went wrong: the idle clock stands still and the card may be taken. */
export function workStates(setup: SessionSetup) {
  const fetching = setup.createStateConfig({
    invoke: {
      src: 'fetch',
      input: ({ context }) => visitOf(context),
      onDone: [
        {
          guard: ({ event }) => event.output.ok && event.output.value.outcome === 'record',
          target: 'desk.record',
          actions: assign(({ context, event }) => (event.output.ok ? withFetched(context, event.output.value) : {})),
        },
        { guard: ({ event }) => event.output.ok, target: 'desk.noRecord' },
        {
          target: 'trouble',
          actions: {
            type: 'fail',
            params: ({ event }) => (event.output.ok ? 'center.badAnswer' : event.output.error),
          },
        },
      ],
    },
  });
  const trouble = setup.createStateConfig({
    on: {
      retry: 'fetching',
      home: { target: 'desk.home', actions: 'toNextItem' },
      back: { target: 'desk.home', actions: 'toNextItem' },
      leave: 'takeAway',
      'card.removed': { target: 'takeAway', actions: 'cardGone' },
    },
    after: { troubleLimit: 'lastCall' },
  });
  const printing = setup.createStateConfig({
    entry: assign(({ context }) => changeVisit(context, { progress: { impressions: 0, trouble: null } })),
    invoke: { id: 'print', src: 'print', input: ({ context }) => visitOf(context) },
    initial: 'running',
    on: {
      'print.progress': { actions: assign(({ context, event }) => changeVisit(context, { progress: event.progress })) },
      'print.ended': [
        {
          guard: ({ event }) => event.outcome.outcome === 'printed',
          target: 'printed',
          actions: assign(({ context }) => changeVisit(context, { paperOut: true })),
        },
        {
          target: 'printFailed',
          actions: assign(({ context, event: { outcome } }) =>
            changeVisit(context, {
              failure: outcome.outcome === 'printed' ? 'printer.jobFailed' : outcome.code,
              // Some pages may lie there; the person is asked to look.
              paperOut: visitOf(context).paperOut || outcome.outcome === 'unknown',
            }),
          ),
        },
      ],
    },
    states: {
      running: { always: { guard: 'heldUp', target: 'heldUp' } },
      heldUp: {
        always: { guard: 'goesOn', target: 'running' },
        on: { giveUp: 'givingUp' },
        after: { printTroubleLimit: 'givingUp' },
      },
      givingUp: { entry: setup.sendTo('print', { type: 'giveUp' }) },
    },
  });
  const printFailed = setup.createStateConfig({
    on: {
      retry: { guard: 'mayRetryPrint', target: 'fetching' },
      home: { target: 'desk.home', actions: 'toNextItem' },
      leave: 'takeAway',
      'card.removed': { target: 'takeAway', actions: 'cardGone' },
    },
    after: { troubleLimit: 'lastCall' },
  });
  return { fetching, trouble, printing, printFailed };
}
