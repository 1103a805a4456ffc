import type { Snapshot } from '../../contract/screen.ts';

/**
 * How much stands on one page. “Any item in three touches” rests on the numbers of the normal mode: home → department →
 * section → item, without turning a page. The gallery holds them: all of it visible, nothing cut.
 */

/** Departments on the home page; beside them stands one more chip, “all departments”. */
export const HOME_CHIPS = 23;
/** Departments on the page of all departments. */
export const DEPARTMENTS_SHOWN = 40;
/** Sections of a department. */
export const SECTIONS_SHOWN = 12;
/** Items of a department without sections, or of a chosen section. */
export const ITEMS_SHOWN = 28;
/** The first items of a department whose section is not chosen yet. */
export const USUAL_SHOWN = 20;
export const THEMES_SHOWN = 32;
export const POPULAR_SHOWN = 6;

/** How much room a mode leaves: in portrait, with low controls or large letters or both; in landscape, with large letters. */
type Room = 'normal' | 'elder' | 'reach' | 'elderReach' | 'landscape' | 'elderLandscape';

function roomOf({ modes, orientation }: Pick<Snapshot, 'modes' | 'orientation'>): Room {
  if (orientation === 'landscape') return modes.elder ? 'elderLandscape' : 'landscape';
  if (modes.reach) return modes.elder ? 'elderReach' : 'reach';
  return modes.elder ? 'elder' : 'normal';
}

const A_PAGE = {
  departments: {
    normal: DEPARTMENTS_SHOWN,
    elder: 20,
    reach: 20,
    elderReach: 8,
    landscape: DEPARTMENTS_SHOWN,
    elderLandscape: 20,
  },
  items: { normal: ITEMS_SHOWN, elder: 16, reach: 10, elderReach: 6, landscape: 18, elderLandscape: 10 },
  themes: { normal: THEMES_SHOWN, elder: 12, reach: 12, elderReach: 6, landscape: THEMES_SHOWN, elderLandscape: 12 },
  hits: { normal: 8, elder: 5, reach: 4, elderReach: 6, landscape: 6, elderLandscape: 5 },
  regions: { normal: 52, elder: 24, reach: 16, elderReach: 9, landscape: 35, elderLandscape: 15 },
} as const satisfies Record<string, Record<Room, number>>;

/** How many of a list stand on one page in the modes of now. */
export const aPageOf = (list: keyof typeof A_PAGE, snapshot: Pick<Snapshot, 'modes' | 'orientation'>): number =>
  A_PAGE[list][roomOf(snapshot)];

/** Room for one of two things only, and a button that changes between them. */
export const isTight = ({ modes }: Pick<Snapshot, 'modes'>): boolean => modes.elder || modes.reach;
