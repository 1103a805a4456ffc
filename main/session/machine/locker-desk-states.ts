import { assign } from 'xstate';
import type { LockerVisits } from '../locker-visits.ts';
import { caseKey, caseScanned, hasCase, judged } from './hand-in.ts';
import { handInOf, NEW_HAND_IN, NEW_PICKUP, pickupOf, startedBy } from './locker-turn.ts';
import { codeKey, codeScanned, proved, triedAgain } from './pickup.ts';
import type { SessionSetup } from './setup.ts';
import { changeVisit, type SessionContext, visitOf } from './types.ts';

const pickedUp = (context: SessionContext, change: typeof pickupOf) =>
  changeVisit(context, { locker: change(visitOf(context)) });
const handedIn = (context: SessionContext, change: typeof handInOf) =>
  changeVisit(context, { locker: change(visitOf(context)) });

/** Before a door: proofs and signature, or card and case. The idle clock runs, and the card stays on the reader. */
export function lockerDeskStates(setup: SessionSetup, locker: LockerVisits) {
  const desk = locker.pickup;
  const pickup = setup.createStateConfig({
    always: { guard: ({ context }) => pickupOf(visitOf(context)).grant !== undefined, target: 'pickupSign' },
    on: {
      key: {
        actions: assign(({ context, event }) =>
          pickedUp(context, (visit) => codeKey(pickupOf(visit), event.key, visit.card, desk)),
        ),
      },
      scanned: {
        actions: assign(({ context, event }) =>
          pickedUp(context, (visit) => codeScanned(pickupOf(visit), event.scanned, visit.card, desk)),
        ),
      },
      'card.read': {
        guard: 'guest',
        actions: [
          { type: 'bind', params: ({ event }) => event.card },
          assign(({ context }) =>
            pickedUp(context, (visit) => proved({ ...pickupOf(visit), refused: undefined }, visit.card, desk)),
          ),
        ],
      },
      retry: {
        guard: ({ context }) => pickupOf(visitOf(context)).refused !== undefined,
        actions: assign(({ context }) => pickedUp(context, (visit) => triedAgain(pickupOf(visit), visit.card, desk))),
      },
      back: { target: 'browse', actions: 'dropLocker' },
    },
  });
  const pickupSign = setup.createStateConfig({
    on: {
      sign: {
        target: '#session.visit.lockerDoor',
        actions: assign(({ context, event: { signature, still } }) =>
          pickedUp(context, (visit) => ({
            ...pickupOf(visit),
            ...startedBy(visit),
            evidence: { signature, still: locker.asksForStill ? still : undefined },
          })),
        ),
      },
      // Whoever proved it did so without a card: this may be somebody else's, and they prove for themselves.
      'card.read': {
        guard: 'guest',
        target: 'pickup',
        actions: [
          { type: 'bind', params: ({ event }) => event.card },
          assign(({ context }) => pickedUp(context, () => NEW_PICKUP)),
        ],
      },
      back: { target: 'pickup', actions: assign(({ context }) => pickedUp(context, () => NEW_PICKUP)) },
    },
  });
  const handIn = setup.createStateConfig({
    initial: 'gathering',
    on: { back: { target: 'browse', actions: 'dropLocker' } },
    states: {
      gathering: {
        always: [
          {
            guard: ({ context }) => handInOf(visitOf(context)).found !== undefined,
            target: '#session.visit.desk.handInConfirm',
          },
          {
            guard: ({ context }) => visitOf(context).card !== null && hasCase(handInOf(visitOf(context))),
            target: 'checking',
          },
        ],
        on: {
          key: {
            actions: assign(({ context, event }) => handedIn(context, (visit) => caseKey(handInOf(visit), event.key))),
          },
          scanned: {
            actions: assign(({ context, event }) =>
              handedIn(context, (visit) => caseScanned(handInOf(visit), event.scanned)),
            ),
          },
          retry: {
            actions: assign(({ context }) =>
              handedIn(context, (visit) => ({ ...handInOf(visit), refused: undefined })),
            ),
          },
        },
      },
      checking: {
        invoke: {
          src: 'findCase',
          input: ({ context }) => visitOf(context),
          onDone: {
            target: 'gathering',
            actions: assign(({ context, event }) =>
              handedIn(context, (visit) =>
                visit.card ? judged(handInOf(visit), visit.card, event.output) : handInOf(visit),
              ),
            ),
          },
        },
        after: {
          fetchLimit: {
            target: 'gathering',
            actions: assign(({ context }) =>
              handedIn(context, (visit) =>
                visit.card
                  ? judged(handInOf(visit), visit.card, { ok: false, error: 'center.timeout' })
                  : handInOf(visit),
              ),
            ),
          },
        },
      },
    },
  });
  const handInConfirm = setup.createStateConfig({
    on: {
      confirm: {
        target: '#session.visit.lockerDoor',
        actions: assign(({ context }) => handedIn(context, (visit) => ({ ...handInOf(visit), ...startedBy(visit) }))),
      },
      back: { target: 'handIn', actions: assign(({ context }) => handedIn(context, () => NEW_HAND_IN)) },
    },
  });
  return { pickup, pickupSign, handIn, handInConfirm };
}
