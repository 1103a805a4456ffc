import { assign } from 'xstate';
import type { SelfServiceItem } from '../../../contract/catalogue/item.ts';
import type { Surroundings } from '../projection/surroundings.ts';
import { candidateTaken, type Filling, fieldBack, fieldDone, picked, pressed } from './filling.ts';
import type { SessionSetup } from './setup.ts';
import { changeVisit, fillingOf, type SessionContext, selfServiceOf, visitOf } from './types.ts';

function filled(context: SessionContext, change: (item: SelfServiceItem, filling: Filling) => Filling) {
  const visit = visitOf(context);
  return changeVisit(context, { filling: change(selfServiceOf(visit), fillingOf(visit)) });
}

/** One field of the item's form after the other, then the confirm page. */
export function fillState(setup: SessionSetup, { typing, today }: Surroundings) {
  const done = (context: SessionContext) =>
    filled(context, (item, filling) => fieldDone(item, filling, today()).filling);
  return setup.createStateConfig({
    on: {
      key: {
        actions: assign(({ context, event }) =>
          filled(context, (item, filling) => pressed(item, filling, event.key, typing)),
        ),
      },
      candidate: {
        actions: assign(({ context, event }) =>
          filled(context, (item, filling) => candidateTaken(item, filling, event.index, typing)),
        ),
      },
      pick: {
        actions: assign(({ context, event }) => filled(context, (_item, filling) => picked(filling, event.value))),
      },
      next: [
        { guard: 'fieldsLeft', actions: assign(({ context }) => done(context)) },
        { target: 'confirm', actions: assign(({ context }) => done(context)) },
      ],
      back: [
        { guard: 'firstField', target: 'browse' },
        {
          actions: assign(({ context }) => filled(context, (item, filling) => fieldBack(item, filling) ?? filling)),
        },
      ],
    },
  });
}
