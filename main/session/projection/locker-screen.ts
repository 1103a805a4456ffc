import type { CamerasConfig } from '../../../contract/device-config/cameras.ts';
import type { Screen } from '../../../contract/screen.ts';
import { hasCase } from '../machine/hand-in.ts';
import { foundOf, grantOf, handInOf, mayReopen, mayTryDoor, pickupOf, turnOf } from '../machine/locker-turn.ts';
import { hasCode } from '../machine/pickup.ts';
import { type SessionContext, type Visit, visitOf } from '../machine/types.ts';
import type { LockerSight, Surroundings } from './surroundings.ts';

export const LOCKER_STATES = [
  'pickup',
  'pickupSign',
  'handIn',
  'handInConfirm',
  'lockerDoor',
  'lockerEnd',
  'lockerTrouble',
] as const;
export type LockerState = (typeof LOCKER_STATES)[number];

export const isLockerState = (state: string | undefined): state is LockerState =>
  LOCKER_STATES.some((one) => one === state);

/** Whether the locker can be used now; absent: there is none. */
export const lockerTile = ({ locker }: Surroundings): 'ready' | 'closed' | undefined =>
  locker && (locker.readiness() === 'ready' ? 'ready' : 'closed');

/**
 * What the person sees at the locker.
 * @param inner the state within: `checking`, `planning`
 */
export function lockerScreen(
  state: LockerState,
  inner: string | undefined,
  context: SessionContext,
  around: Surroundings,
): Screen {
  const { locker } = around;
  if (!locker) throw new Error('a state of the locker at a machine without one');
  const visit = visitOf(context);
  switch (state) {
    case 'pickup':
      return pickupScreen(context, locker);
    case 'pickupSign':
      return pickupSignScreen(visit, locker, around.cameras().person);
    case 'handIn':
      return handInScreen(context, inner === 'checking', locker, around.readerReady());
    case 'handInConfirm':
      return handInConfirmScreen(visit, locker);
    case 'lockerDoor':
      return doorScreen(visit, inner === 'planning', locker);
    case 'lockerEnd':
      return endScreen(context);
    case 'lockerTrouble':
      return { name: 'trouble', code: visit.failure ?? 'locker.doorUnknown', retry: mayTryDoor(context) };
  }
}

/** A card that lies there and is of no use is told where it is wanted. */
const cardRefusal = ({ onReader, cardFailure }: SessionContext) =>
  onReader.present && cardFailure ? cardFailure : undefined;

function pickupScreen(context: SessionContext, { pickup, hasScanner }: LockerSight): Screen {
  const visit = visitOf(context);
  const turn = pickupOf(visit);
  const { card } = visit;
  const lockedMs = pickup.lockedMs(card ?? undefined);
  // The sentence goes when its time is over.
  const refused = turn.refused === 'pickup.locked' && lockedMs <= 0 ? undefined : turn.refused;
  const told = refused ?? cardRefusal(context);
  return {
    name: 'pickup',
    have: { card: card !== null, code: hasCode(turn), qr: turn.qr !== undefined },
    typed: turn.typed,
    ...(card && { waiting: pickup.waitingFor(card) }),
    ...(told && { refused: told }),
    ...(refused && turn.refusals && { refusedTimes: turn.refusals.times }),
    ...(lockedMs > 0 && { lockedSeconds: Math.ceil(lockedMs / 1000) }),
    hasScanner: hasScanner(),
  };
}

function pickupSignScreen(visit: Visit, { asksForStill }: LockerSight, camera: CamerasConfig['person']): Screen {
  const { itemName, caseNumber, maskedHolder, by, cell } = grantOf(pickupOf(visit));
  return {
    name: 'pickupSign',
    itemName,
    maskedCase: `${'*'.repeat(Math.max(0, caseNumber.length - 4))}${caseNumber.slice(-4)}`,
    maskedHolder,
    by,
    cell,
    ...(asksForStill && camera && { still: 'ask', camera }),
  };
}

function handInScreen(
  context: SessionContext,
  checking: boolean,
  { hasScanner }: LockerSight,
  readerReady: boolean,
): Screen {
  const visit = visitOf(context);
  const turn = handInOf(visit);
  // Nobody is asked for a card that cannot be read.
  const noReader = visit.card === null && !readerReady ? 'reader.offline' : undefined;
  const refused = turn.refused ?? noReader ?? cardRefusal(context);
  return {
    name: 'handIn',
    have: { card: visit.card !== null, case: hasCase(turn) },
    typed: turn.typed,
    ...(refused && { refused }),
    checking,
    hasScanner: hasScanner(),
  };
}

function handInConfirmScreen(visit: Visit, { handIn }: LockerSight): Screen {
  const { what, maskedHolder } = foundOf(handInOf(visit));
  return {
    name: 'handInConfirm',
    caseNumber: what.caseNumber,
    ...(what.itemName && { itemName: what.itemName }),
    maskedHolder,
    more: visit.card !== null && handIn.hasMore(what.caseNumber, visit.card),
  };
}

function doorScreen(visit: Visit, planning: boolean, locker: LockerSight): Screen {
  const turn = turnOf(visit);
  const cell = turn.door?.cell ?? (turn.kind === 'pickup' ? grantOf(turn).cell : undefined);
  // Which cell it will be is not known in the moment of asking.
  if (cell === undefined) return handInConfirmScreen(visit, locker);
  return {
    name: 'lockerDoor',
    purpose: turn.kind === 'pickup' ? 'pickUp' : 'handIn',
    cell,
    columns: locker.columns.map((column) => [...column]),
    ...((!planning && turn.door?.stage) || { stage: 'opening', urge: 'none' }),
  };
}

function endScreen(context: SessionContext): Screen {
  const visit = visitOf(context);
  const { outcome, door } = turnOf(visit);
  if (!outcome || !door) throw new Error('the end of no door');
  return {
    name: 'lockerEnd',
    outcome,
    cell: door.cell,
    receipt: outcome === 'handedIn' ? visit.receipt : 'none',
    retry: mayReopen(context),
  };
}
