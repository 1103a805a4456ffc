import type { Result } from '../../../contract/result.ts';
import type { ActRefusal, DoorAct } from '../../../main/locker/locker.ts';
import type { Machine } from '../bench/machine.ts';
import { workAt } from '../world/hands.ts';
import type { Thing } from '../world/ledger.ts';
import { ADMINISTRATOR, STAFF } from '../world/people.ts';
import type { Rig } from '../world/rig.ts';
import { oneOf, running, type Step, thingAt } from './step.ts';

export const STAFF_DOORS = ['takeBack', 'empty', 'move', 'placeAnew'] as const;

export interface StaffDoorDraw {
  readonly job: (typeof STAFF_DOORS)[number];
  readonly index: number;
  readonly staff: number;
  readonly hands: 'asTold' | 'nothing' | 'asToldAndLeavesOpen';
}

/** Jobs at the door of a parcel: take it back, empty it, take it out to move it, put it elsewhere. */
export const staffDoor = (drawn: StaffDoorDraw): Step => ({
  name: drawn.job,
  drawn,
  async run(rig) {
    const machine = await running(rig);
    if (!machine) return 'noMachine';
    const thing = chosen(rig, drawn, machine);
    if (!thing) return 'noThing';
    return doJob(rig, machine, thing, drawn);
  },
});

function chosen(rig: Rig, { job, index }: StaffDoorDraw, machine: Machine): Thing | undefined {
  if (job === 'empty') return thingAt(rig, 'material', index);
  if (job !== 'placeAnew') return thingAt(rig, index % 3 === 0 ? 'material' : 'document', index);
  const inHand = [...rig.ledger.things.values()].filter(
    ({ parcelId }) => machine.locker.view.parcel(parcelId)?.state === 'inHand',
  );
  return oneOf(inHand, index);
}

export async function doJob(
  rig: Rig,
  machine: Machine,
  thing: Thing,
  drawn: Omit<StaffDoorDraw, 'index'>,
): Promise<string> {
  const { job, hands } = drawn;
  const by = { number: oneOf(STAFF, drawn.staff) ?? STAFF[0] };
  const { staff } = machine.locker;
  const plan: Record<StaffDoorDraw['job'], () => Result<DoorAct, ActRefusal>> = {
    takeBack: () => staff.takeBack(thing.parcelId, 'overdue', by),
    empty: () => staff.empty(thing.parcelId, by),
    move: () => staff.move(thing.parcelId, by),
    placeAnew: () => staff.placeAnew(thing.parcelId, by),
  };
  const act = plan[job]();
  if (!act.ok) return act.error;
  const idle = hands === 'nothing';
  const worked = await workAt(
    rig,
    act.value,
    { why: job, by: 'staff' },
    {
      puts: job === 'placeAnew' && !idle && thing.where.at === 'staff' ? thing : undefined,
      takes: job === 'placeAnew' || idle ? 'nothing' : 'own',
      closes: hands !== 'asToldAndLeavesOpen',
      afterMs: 1_500,
    },
  );
  // Whether it was taken out, or put in, is known only to the people where no sensor looks inside.
  if (idle && !rig.family.seesItems && worked !== 'notOpened')
    rig.ledger.unknowable.set(act.value.cell, `${job} not done`);
  return worked;
}

export interface InspectDraw {
  readonly cell: number;
  readonly by: 'one' | 'two' | 'same' | 'administrator';
  readonly hands: 'looks' | 'looksAndLeavesOpen';
}

export const inspect = (drawn: InspectDraw): Step => ({
  name: 'inspect',
  drawn,
  async run(rig) {
    const machine = await running(rig);
    if (!machine) return 'noMachine';
    return inspectCell(rig, machine, drawn);
  },
});

/** Looks into a cell. What lies there without being written is taken out. */
export async function inspectCell(rig: Rig, machine: Machine, { cell, by, hands }: InspectDraw): Promise<string> {
  const [first, second] = STAFF;
  const actors = {
    one: { number: first },
    two: { number: first, second },
    same: { number: first, second: first },
    administrator: { number: ADMINISTRATOR },
  };
  const written = machine.locker.view.cells().find((one) => one.cell === cell)?.parcel;
  const act = machine.locker.staff.inspect(cell, 'checkCell', actors[by], by === 'administrator');
  if (!act.ok) return act.error;
  if (written && (by === 'one' || by === 'same')) rig.findings.push(`one person alone looks into cell ${cell}`);
  const worked = await workAt(
    rig,
    act.value,
    { why: 'inspect', by: 'staff' },
    { takes: 'nothing', closes: hands === 'looks', afterMs: 1_000 },
  );
  return worked;
}
