import { and, assign } from 'xstate';
import { foreignCard } from './foreign-card.ts';
import { printFailure } from './retries.ts';
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
    // The person was told a time; leaving the state calls off what still works on it.
    after: { fetchLimit: { target: 'trouble', actions: { type: 'fail', params: 'center.timeout' } } },
  });
  /** Read to its end by a person who took the card already, and not shown to the next one. */
  const sentence = {
    always: foreignCard,
    after: { cardAwayLimit: { guard: 'ownerGone', target: 'takeAway' }, troubleLimit: 'lastCall' },
  } as const;
  const trouble = setup.createStateConfig({
    ...sentence,
    on: {
      retry: { guard: 'mayRetryQuery', target: 'fetching' },
      home: { target: 'desk.browse', actions: 'toNextItem' },
      back: { target: 'desk.browse', actions: 'toNextItem' },
      leave: 'takeAway',
      'card.removed': { target: 'takeAway', actions: 'cardGone' },
    },
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
              ...(outcome.outcome !== 'printed' && { failure: printFailure(outcome) }),
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
      givingUp: {
        on: {
          // Canceled in the middle, as the person asked: what came out is theirs to take, and nothing is uncertain.
          'print.ended': {
            guard: ({ context, event: { outcome } }) =>
              outcome.outcome === 'unknown' &&
              outcome.code === 'printer.jobFailed' &&
              visitOf(context).progress.impressions > 0,
            target: '#session.visit.printFailed',
            actions: assign(({ context }) => changeVisit(context, { failure: 'printer.givenUp', paperOut: true })),
          },
        },
        entry: setup.sendTo('print', { type: 'giveUp' }),
        after: {
          giveUpLimit: {
            target: '#session.visit.printFailed',
            actions: assign(({ context }) => changeVisit(context, { failure: 'printer.jobLost', paperOut: true })),
          },
        },
      },
    },
    after: { printLimit: '.givingUp' },
  });
  const printFailed = setup.createStateConfig({
    ...sentence,
    on: {
      retry: [
        { guard: and(['guidePrint', 'mayRetryPrint']), target: 'desk.guide' },
        { guard: 'mayRetryPrint', target: 'fetching' },
      ],
      home: { target: 'desk.browse', actions: 'toNextItem' },
      leave: 'takeAway',
      'card.removed': { target: 'takeAway', actions: 'cardGone' },
    },
  });
  return { fetching, trouble, printing, printFailed };
}
