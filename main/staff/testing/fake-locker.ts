import { randomUUID } from 'node:crypto';
import type { Direction, ExceptionKind } from '../../../contract/locker.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { ActRefusal, DoorAct, DoorEnd, Locker, LockerStaffDesk, LockerView } from '../../locker/locker.ts';
import { cellView, type FakeCells, type FakeParcel, isLive, lyingIn, rowOf } from './fake-cells.ts';

type Inside = 'present' | 'notPresent' | 'unknown';

/** A locker in a test's hand: doors open by themselves, and close when the test says so. Keeps the rules of `locker.ts`. */
export interface FakeLocker extends Pick<Locker, 'view' | 'staff'>, FakeCells {
  /** Every call of the staff's side that opened, settled or counted something, with who did it. */
  readonly calls: { readonly call: string; readonly by: unknown; readonly what: unknown }[];
  /** How an opening of a cell ends before its door is seen open. */
  readonly faults: Map<number, 'notOpened' | 'unknown' | 'offline'>;
  /** Somebody closes the door of an act. `item`: what the sensor inside says. */
  close(cell: number, item?: Inside): void;
  leaveOpen(cell: number): void;
  /** Cells whose door an act waits for. */
  underWay(): readonly number[];
  /** A door that nobody was let to is pulled open. */
  pull(cell: number): void;
  push(cell: number): void;
  lay(direction: Direction, caseNumber: string, cell: number, overdue?: boolean): FakeParcel;
  except(kind: ExceptionKind, cell: number | null): string;
  changed(): void;
}

export function fakeLocker(size = 40): FakeLocker {
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  const cells: FakeCells = { parcels: [], exceptions: [], doors: new Map(), out: new Set() };
  const listeners = new Set<() => void>();
  const ends = new Map<number, (end: DoorEnd) => void>();
  const faults: FakeLocker['faults'] = new Map();
  const calls: FakeLocker['calls'] = [];
  const left = new Map<number, FakeParcel>();
  let laid = 0;

  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const find = (id: string): FakeParcel | undefined => cells.parcels.find((each) => each.id === id && isLive(each));
  const except: FakeLocker['except'] = (kind, cell) => {
    const id = randomUUID();
    cells.exceptions.push({ id, kind, cell, looked: false });
    changed();
    return id;
  };
  const lay: FakeLocker['lay'] = (direction, caseNumber, cell, overdue = false) => {
    const since = new Date(Date.UTC(2026, 10, 20) + laid++ * 60_000).toISOString();
    const parcel: FakeParcel = { id: randomUUID(), caseNumber, direction, since, overdue, state: 'stored', cell };
    cells.parcels.push(parcel);
    return parcel;
  };

  function act(cell: number, parcel: FakeParcel | undefined, then: (end: DoorEnd) => void): DoorAct {
    return {
      actId: randomUUID(),
      cell,
      parcelId: parcel?.id ?? null,
      async go(onStage) {
        onStage({ stage: 'opening', urge: 'none' });
        await Promise.resolve();
        const fault = faults.get(cell);
        let end: DoorEnd;
        if (fault === 'offline') end = { end: 'notOpened', code: 'locker.offline' };
        else if (fault === 'notOpened') end = { end: 'notOpened', code: 'locker.notOpened' };
        else if (fault === 'unknown') end = { end: 'unknown', code: 'locker.doorUnknown' };
        else {
          cells.doors.set(cell, 'open');
          onStage({ stage: 'open', urge: 'none' });
          changed();
          end = await new Promise<DoorEnd>((resolve) => ends.set(cell, resolve));
        }
        if (end.end !== 'closed' && fault !== 'offline') cells.out.add(cell);
        then(end);
        changed();
        return end;
      },
    };
  }

  const plan = (
    call: string,
    by: unknown,
    parcel: FakeParcel | undefined,
    cell: number | null | undefined,
    then: (end: DoorEnd) => void,
  ): Result<DoorAct, ActRefusal> => {
    if (cell === null || cell === undefined) return err('locker.notThere');
    if (cells.doors.get(cell) === 'open') return err('locker.cellBusy');
    calls.push({ call, by, what: cell });
    return ok(act(cell, parcel, then));
  };

  const free = (): number | undefined => numbers.find((cell) => !cells.out.has(cell) && !lyingIn(cells, cell));

  /** Into a cell: only what is not seen to be missing lies there. */
  const into = (call: string, by: unknown, parcel: FakeParcel): Result<DoorAct, ActRefusal> =>
    plan(call, by, parcel, parcel.cell, (end) => {
      // Something else lies there: the act ends, and nothing follows for what is canceled.
      if (!isLive(parcel)) return;
      if (end.end === 'closed') parcel.state = end.item === 'notPresent' ? 'putting' : 'stored';
      else if (end.end === 'notOpened') parcel.state = 'canceled';
      else parcel.state = 'uncertain';
    });

  const outOf = (call: string, by: unknown, id: string, becomes: FakeParcel['state']): Result<DoorAct, ActRefusal> => {
    const parcel = find(id);
    if (parcel?.state !== 'stored') return err('locker.notThere');
    return plan(call, by, parcel, parcel.cell, (end) => {
      if (end.end !== 'closed' || end.item === 'present') return;
      parcel.state = becomes;
      if (parcel.cell !== null) left.set(parcel.cell, parcel);
      parcel.cell = null;
    });
  };

  const staff: LockerStaffDesk = {
    putIn({ caseNumber }, by) {
      if (cells.parcels.some((each) => isLive(each) && each.caseNumber === caseNumber)) return err('case.stored');
      const cell = free();
      if (cell === undefined) return err('locker.full');
      const parcel = lay('document', caseNumber, cell);
      parcel.state = 'planned';
      return into('putIn', by, parcel);
    },
    again(id, by) {
      const parcel = find(id);
      return parcel?.state === 'putting' ? into('again', by, parcel) : err('locker.notThere');
    },
    cancelPutIn(id, by) {
      const parcel = find(id);
      if (parcel?.state !== 'putting') return err('locker.notThere');
      calls.push({ call: 'cancelPutIn', by, what: parcel.cell });
      parcel.state = 'canceled';
      return ok(undefined);
    },
    occupied(id, by) {
      const parcel = find(id);
      if (parcel?.state !== 'putting' && parcel?.state !== 'planned') return err('locker.notThere');
      const { cell } = parcel;
      calls.push({ call: 'occupied', by, what: cell });
      parcel.state = 'canceled';
      if (cell !== null) cells.out.add(cell);
      except('itemUnexpected', cell);
      return ok(undefined);
    },
    takeBack: (id, reason, by) => outOf(`takeBack ${reason}`, by, id, 'takenBack'),
    empty: (id, by) => outOf('empty', by, id, 'released'),
    move: (id, by) => outOf('move', by, id, 'inHand'),
    keep(id, by) {
      const parcel = find(id);
      if (parcel?.state !== 'inHand') return err('locker.notThere');
      calls.push({ call: 'keep', by, what: null });
      parcel.state = parcel.direction === 'material' ? 'released' : 'takenBack';
      return ok(undefined);
    },
    placeAnew(id, by) {
      const parcel = find(id);
      const cell = free();
      if (parcel?.state !== 'inHand') return err('locker.notThere');
      if (cell === undefined) return err('locker.full');
      parcel.cell = cell;
      return into('placeAnew', by, parcel);
    },
    inspect(cell, reason, by, administrator) {
      if (lyingIn(cells, cell) && !administrator && by.second === undefined) return err('staff.needsSecond');
      return plan(`inspect ${reason}`, by, lyingIn(cells, cell), cell, () => {
        for (const each of cells.exceptions) each.looked ||= each.cell === cell;
      });
    },
    resend(id, by) {
      calls.push({ call: 'resend', by, what: id });
      return find(id)?.state === 'stored' ? ok(undefined) : err('locker.notThere');
    },
    takeOutOfService(cell) {
      cells.out.add(cell);
      return ok(undefined);
    },
    putBackInService(cell) {
      cells.out.delete(cell);
      return ok(undefined);
    },
    settle(id, verdict, by) {
      calls.push({ call: 'settle', by, what: verdict });
      cells.exceptions.splice(
        cells.exceptions.findIndex((each) => each.id === id),
        1,
      );
      return ok(undefined);
    },
    inventory(seen, by) {
      calls.push({ call: 'inventory', by, what: seen });
      return ok(
        seen.flatMap(({ cell, seen: what }) =>
          what === 'asWritten' ? [] : [{ cell, written: lyingIn(cells, cell)?.direction ?? 'empty', seen: what }],
        ),
      );
    },
  };

  const view: LockerView = {
    readiness: () => 'ready',
    columns: [numbers],
    cells: () => numbers.map((cell) => cellView(cells, cell)),
    parcels: (direction) => cells.parcels.filter((each) => isLive(each) && each.direction === direction).map(rowOf),
    parcel(id) {
      const parcel = cells.parcels.find((each) => each.id === id);
      return parcel && { ...rowOf(parcel), agents: false };
    },
    exceptions: () =>
      cells.exceptions.map(({ id, kind, cell }) => {
        const lying = cell === null ? undefined : lyingIn(cells, cell);
        return { id, kind, cell, since: '2026-11-21T02:00:00.000Z', ...(lying && { parcel: rowOf(lying) }) };
      }),
    lastIn(cell) {
      const parcel = left.get(cell);
      return parcel && rowOf(parcel);
    },
    looked: (id) => cells.exceptions.some((each) => each.id === id && each.looked),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const finish = (cell: number, end: DoorEnd): void => {
    const tell = ends.get(cell);
    if (!tell) throw new Error(`no act at cell ${cell}`);
    ends.delete(cell);
    tell(end);
  };

  return {
    ...cells,
    view,
    staff,
    calls,
    faults,
    changed,
    lay,
    except,
    close(cell, item = 'present') {
      cells.doors.set(cell, 'closed');
      finish(cell, { end: 'closed', item });
    },
    leaveOpen: (cell) => finish(cell, { end: 'leftOpen' }),
    underWay: () => [...ends.keys()],
    pull(cell) {
      cells.doors.set(cell, 'open');
      except('openedAlone', cell);
    },
    push(cell) {
      cells.doors.set(cell, 'closed');
      changed();
    },
  };
}
