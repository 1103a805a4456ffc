import type { LockerView } from '../../locker/locker.ts';

/** Cells whose door stands open though nobody was let to it. */
export const openAlone = (view: LockerView): readonly number[] =>
  view
    .cells()
    .filter(({ door, exceptions }) => door === 'open' && exceptions.includes('openedAlone'))
    .map(({ cell }) => cell);

/** The same without those that were known before: pulled just now, probably by whoever stands here. */
export const strayDoors = (view: LockerView, before: readonly number[]): readonly number[] =>
  openAlone(view).filter((cell) => !before.includes(cell));
