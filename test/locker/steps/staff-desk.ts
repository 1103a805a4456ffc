import type { ExceptionRow } from '../../../contract/staff-rows.ts';
import type { Machine } from '../bench/machine.ts';
import { showItems } from '../world/hands.ts';
import { thingsIn } from '../world/ledger.ts';
import { ADMINISTRATOR, STAFF } from '../world/people.ts';
import type { Rig } from '../world/rig.ts';
import { inspectCell } from './staff-doors.ts';
import { oneOf, running, type Step, thingAt } from './step.ts';

const BY = { number: STAFF[0] };

export interface DeskDraw {
  readonly job: 'resend' | 'keep' | 'takeOut' | 'backIn' | 'settle' | 'settleUnseen' | 'inventory';
  readonly index: number;
}

/** What staff do without opening a door, but for looking into a cell before they settle its exception. */
export const desk = (drawn: DeskDraw): Step => ({
  name: drawn.job,
  drawn,
  async run(rig) {
    const machine = await running(rig);
    if (!machine) return 'noMachine';
    const { job, index } = drawn;
    const { staff, view } = machine.locker;
    const cell = (index % rig.bench.cabinet.cells) + 1;
    switch (job) {
      case 'resend': {
        const thing = thingAt(rig, 'document', index);
        return thing ? said(staff.resend(thing.parcelId, BY)) : 'noDocument';
      }
      case 'keep': {
        const inHand = [...rig.ledger.things.keys()].filter((id) => view.parcel(id)?.state === 'inHand');
        const kept = oneOf(inHand, index);
        return kept === undefined ? 'nothingInHand' : said(staff.keep(kept, BY));
      }
      case 'takeOut':
        return said(staff.takeOutOfService(cell, 'dirty', BY));
      case 'backIn':
        return said(staff.putBackInService(cell, BY));
      case 'inventory':
        return inventory(rig, machine);
      default: {
        const row = oneOf(view.exceptions(), index);
        if (!row) return 'noException';
        return settleOne(rig, machine, row, job === 'settle');
      }
    }
  },
});

const said = (result: { ok: true } | { ok: false; error: string }): string => (result.ok ? 'done' : result.error);

/** Staff look, and say what they saw. `looks`: they open the cell for it first. */
export async function settleOne(rig: Rig, machine: Machine, row: ExceptionRow, looks: boolean): Promise<string> {
  const { cell } = row;
  if (cell === null) return `nothing ${said(machine.locker.staff.settle(row.id, 'nothing', BY))}`;
  if (looks) {
    const seen = await inspectCell(rig, machine, { cell, by: 'administrator', hands: 'looks' });
    if (seen !== 'closed') return `notSeen ${seen}`;
    if (rig.machine() !== machine) return 'dead';
  }
  const parcel = machine.locker.view.cells().find((one) => one.cell === cell)?.parcel;
  const isOther = parcel === undefined && thingsIn(rig.ledger, cell).length > 0;
  tidy(rig, cell, parcel?.id);
  const lies = thingsIn(rig.ledger, cell).some(({ parcelId }) => parcelId === parcel?.id);
  const ofParcel = lies ? 'inPlace' : 'gone';
  const verdict = parcel === undefined ? (isOther ? 'removed' : 'nothing') : ofParcel;
  const settled = machine.locker.staff.settle(row.id, verdict, { number: ADMINISTRATOR });
  // Whoever looked inside knows now what no sensor told.
  if (settled.ok && looks) rig.ledger.unknowable.delete(cell);
  return `${verdict} ${said(settled)}`;
}

/** Whatever is not written to lie there is not left there by whoever sees it. */
export function tidy(rig: Rig, cell: number, writtenId: string | undefined): void {
  for (const thing of thingsIn(rig.ledger, cell)) if (thing.parcelId !== writtenId) thing.where = { at: 'staff' };
  showItems(rig, cell);
}

/** All cells are compared with what is written, with their doors' keys; an honest count. */
export function inventory(rig: Rig, machine: Machine): string {
  const cells = machine.locker.view.cells();
  const counted = cells.map(({ cell, parcel }) => {
    const things = thingsIn(rig.ledger, cell);
    const asWritten = parcel ? things.some(({ parcelId }) => parcelId === parcel.id) : things.length === 0;
    return {
      cell,
      seen: asWritten ? ('asWritten' as const) : things.length > 0 ? ('something' as const) : ('empty' as const),
    };
  });
  const told = machine.locker.staff.inventory(counted, BY);
  if (!told.ok) return told.error;
  const differing = counted.filter(({ seen }) => seen !== 'asWritten').map(({ cell }) => cell);
  if (told.value.map(({ cell }) => cell).join() !== differing.join())
    rig.findings.push('an inventory tells other differences');
  // From now on these disagreements have a name.
  rig.ledger.unknowable.clear();
  return `${told.value.length} differences`;
}
