import type { Desk } from '../desk/desk.ts';
import type { StaffState } from '../desk/state.ts';
import { openDoor } from './open-door.ts';

/** Begins a round through all cells with materials, the oldest first. Without any, nothing happens. */
export function beginRound(desk: Desk, back: StaffState): void {
  const stored = desk.parts.locker.view.parcels('material').filter(({ state }) => state === 'stored');
  openNextOfRound(
    desk,
    stored.map(({ id }) => id),
    back,
  );
}

/**
 * Opens the next cell of a round; the hands of whoever empties need time, so it is asked for. A cell that cannot be opened is
 * shown with its reason, and the round goes on after it. What was taken meanwhile is left out.
 */
export function openNextOfRound(desk: Desk, ids: readonly string[], back: StaffState): void {
  const { view, staff } = desk.parts.locker;
  const waiting = ids.filter((id) => view.parcel(id)?.state === 'stored');
  const [id, ...round] = waiting;
  const parcel = id === undefined ? undefined : view.parcel(id);
  if (id === undefined || !parcel || parcel.cell === null) {
    desk.go(back);
    return;
  }
  const again = () => staff.empty(id, desk.actor());
  const job = { purpose: 'empty', cell: parcel.cell, parcel, again, round, back } as const;
  const planned = again();
  if (planned.ok) openDoor(desk, job, planned.value);
  else {
    desk.go({
      name: 'door',
      ...job,
      stage: 'ended',
      urge: 'none',
      ended: 'notOpened',
      item: 'unknown',
      refused: planned.error,
    });
  }
}
