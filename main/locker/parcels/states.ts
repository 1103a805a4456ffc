import type { ParcelState } from '../../../contract/locker.ts';

/** The closed table of changes. What has left this machine never comes back. */
const NEXT: Readonly<Record<ParcelState, readonly ParcelState[]>> = {
  planned: ['putting', 'canceled', 'inHand', 'uncertain'],
  putting: ['stored', 'canceled', 'inHand', 'uncertain'],
  /** `putting`: more of the same material comes to what lies there. */
  stored: ['putting', 'releasing', 'uncertain'],
  releasing: ['stored', 'released', 'takenBack', 'inHand', 'uncertain'],
  inHand: ['planned', 'released', 'takenBack'],
  uncertain: ['stored', 'released', 'takenBack', 'lost', 'canceled', 'inHand'],
  released: [],
  takenBack: [],
  lost: [],
  canceled: [],
};

export const mayBecome = (from: ParcelState, to: ParcelState): boolean => NEXT[from].includes(to);

/** It is in this machine, or in the hands of its staff. */
export const isLive = (state: ParcelState): boolean => NEXT[state].length > 0;

/** It is written to be in a cell. */
export const hasCell = (state: ParcelState): boolean => isLive(state) && state !== 'inHand';
