import type { IdentityCard } from '../../../contract/identity-card.ts';
import type { CellSize, Direction, LockerCase } from '../../../contract/locker.ts';
import type { DoorAct } from '../../../main/locker/locker.ts';
import { type Handling, type Worked, workAt } from '../world/hands.ts';
import type { Thing } from '../world/ledger.ts';
import { personAt, STAFF } from '../world/people.ts';
import type { Rig } from '../world/rig.ts';
import { oneOf, running, type Step, thingAt } from './step.ts';

export interface PutInDraw {
  readonly person: number;
  readonly staff: number;
  readonly agents: boolean;
  readonly size: CellSize;
  /** `nothing`: the door is shut on an empty cell, and then put in or given up. */
  readonly hands: 'puts' | 'nothingThenPuts' | 'nothingThenCancels' | 'putsAndLeavesOpen' | 'leavesOpen';
  readonly afterMs: number;
}

const ITEM = { zh: '居住证', en: 'Residence permit' };

/** A case that the center has; numbers rise. */
export function newCase(
  rig: Rig,
  direction: Direction,
  holder: IdentityCard,
  agents: boolean,
  size: CellSize,
): LockerCase {
  rig.ledger.cases += 1;
  const caseNumber = `3101202026${String(rig.ledger.cases).padStart(5, '0')}`;
  const { kind: cardKind, name, idNumber } = holder;
  return {
    caseNumber,
    direction,
    itemName: ITEM,
    holder: { cardKind, name, idNumber },
    maskedMobile: '138****1234',
    agents,
    size,
  };
}

/** The thing that belongs to an opening for putting in; it is in somebody's hands. */
export function thingFor(rig: Rig, act: DoorAct, of: LockerCase, holder: IdentityCard): Thing | undefined {
  if (act.parcelId === null) {
    rig.findings.push('an opening for putting in has no parcel');
    return undefined;
  }
  const thing: Thing = rig.ledger.things.get(act.parcelId) ?? {
    parcelId: act.parcelId,
    of,
    holder,
    where: { at: 'staff' },
  };
  rig.ledger.things.set(act.parcelId, thing);
  return thing;
}

const handling = (hands: PutInDraw['hands'], thing: Thing | undefined, afterMs: number): Handling => ({
  puts: hands.startsWith('puts') ? thing : undefined,
  takes: 'nothing',
  closes: !hands.endsWith('eavesOpen'),
  afterMs,
});

export const putIn = (drawn: PutInDraw): Step => ({
  name: 'putIn',
  drawn,
  async run(rig) {
    const machine = await running(rig);
    if (!machine) return 'noMachine';
    const { staff } = machine.locker;
    const by = { number: oneOf(STAFF, drawn.staff) ?? STAFF[0] };
    const holder = personAt(drawn.person);
    const of = newCase(rig, 'document', holder, drawn.agents, drawn.size);
    const act = staff.putIn(of, by);
    if (!act.ok) return act.error;
    const thing = thingFor(rig, act.value, of, holder);
    const leave = { why: 'putIn', by: 'staff' } as const;
    noteIfIdle(rig, drawn.hands, act.value.cell);
    const worked = await workAt(rig, act.value, leave, handling(drawn.hands, thing, drawn.afterMs));
    if (rig.machine() !== machine) noteIfShutOnNothing(rig, drawn.hands, act.value.cell);
    if (!thing || rig.machine() !== machine || !drawn.hands.startsWith('nothing')) {
      if (thing) await giveUpUnopened(rig, thing, worked);
      return worked;
    }
    if (drawn.hands === 'nothingThenPuts') {
      const again = staff.again(thing.parcelId, by);
      if (again.ok) return `again ${await workAt(rig, again.value, leave, handling('puts', thing, drawn.afterMs))}`;
    }
    return cancelPutIn(rig, thing);
  },
});

/** The door did not open: whoever has the document in hand gives the cell back. */
async function giveUpUnopened(rig: Rig, thing: Thing, worked: Worked): Promise<void> {
  if (thing.where.at === 'staff' && (worked === 'notOpened' || worked === 'unknown')) cancelPutIn(rig, thing);
}

/** The machine is told that nothing was put in. Where it believes otherwise and no sensor can tell, it cannot know. */
export function cancelPutIn(rig: Rig, thing: Thing): string {
  const canceled = rig.machine()?.locker.staff.cancelPutIn(thing.parcelId, { number: STAFF[0] });
  if (canceled?.ok) return 'canceled';
  noteUntold(rig, thing);
  return `notCanceled ${canceled?.error ?? 'noMachine'}`;
}

/** Whoever walks away from an open, empty cell leaves a door that the next hand shuts: no sensor says that nothing is inside. */
function noteIfIdle(rig: Rig, hands: PutInDraw['hands'], cell: number): void {
  if (hands === 'leavesOpen' && !rig.family.seesItems) rig.ledger.unknowable.set(cell, 'left open, and empty');
}

/** The machine died while or after the door was shut on nothing: whoever stood there has nobody left to tell it to. */
function noteIfShutOnNothing(rig: Rig, hands: PutInDraw['hands'], cell: number): void {
  if (hands.startsWith('nothing') && !rig.family.seesItems) rig.ledger.unknowable.set(cell, 'shut on nothing');
}

/** Where no sensor looks inside, a cell that was shut without anything in it is believed to hold its parcel. */
function noteUntold(rig: Rig, { parcelId, where }: Thing): void {
  const parcel = rig.machine()?.locker.view.parcel(parcelId);
  if (rig.family.seesItems || where.at === 'cell' || !parcel || parcel.cell === null) return;
  rig.ledger.unknowable.set(parcel.cell, 'nothing was put in');
}

export interface HandInDraw {
  readonly person: number;
  /** Once more for a case of theirs. */
  readonly more: boolean;
  readonly index: number;
  readonly hands: 'puts' | 'nothingThenPuts' | 'nothingThenCancels' | 'leavesOpen';
  readonly verified: boolean;
}

export const handIn = (drawn: HandInDraw): Step => ({
  name: 'handIn',
  drawn,
  async run(rig) {
    const machine = await running(rig);
    if (!machine) return 'noMachine';
    const desk = machine.locker.handIn;
    const earlier = drawn.more ? thingAt(rig, 'material', drawn.index) : undefined;
    const holder = earlier?.holder ?? personAt(drawn.person);
    const of = earlier?.of ?? newCase(rig, 'material', holder, false, 'medium');
    const { caseNumber, itemName, size } = of;
    const act = desk.handIn(drawn.verified ? { caseNumber, itemName, size } : { caseNumber }, holder);
    if (!act.ok) return act.error;
    const isNew = act.value.parcelId !== null && !rig.ledger.things.has(act.value.parcelId);
    const thing = thingFor(rig, act.value, of, holder);
    if (!thing) return 'noParcel';
    const leave = { why: 'handIn', by: 'resident' } as const;
    const puts = drawn.hands === 'puts';
    const handling = (what: boolean): Handling => ({
      puts: what ? thing : undefined,
      takes: 'nothing',
      closes: drawn.hands !== 'leavesOpen',
      afterMs: 3_000,
    });
    noteIfIdle(rig, drawn.hands, act.value.cell);
    const worked = await workAt(rig, act.value, leave, handling(puts));
    if (rig.machine() !== machine && isNew) noteIfShutOnNothing(rig, drawn.hands, act.value.cell);
    if (rig.machine() !== machine || puts || !isNew || drawn.hands === 'leavesOpen') return worked;
    if (drawn.hands === 'nothingThenPuts') {
      const again = desk.again(thing.parcelId);
      if (again.ok) return `again ${await workAt(rig, again.value, leave, handling(true))}`;
      noteUntold(rig, thing);
      return `again ${again.error}`;
    }
    desk.cancel(thing.parcelId);
    noteUntold(rig, thing);
    return 'canceled';
  },
});
