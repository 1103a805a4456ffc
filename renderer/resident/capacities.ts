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
export const POPULAR_SHOWN = 8;

/** How much room a mode leaves: in portrait, with low controls or large letters or both; in landscape, with large letters. */
type Room = 'normal' | 'elder' | 'reach' | 'elderReach' | 'landscape' | 'elderLandscape';

function roomOf({ modes, orientation }: Pick<Snapshot, 'modes' | 'orientation'>): Room {
  if (orientation === 'landscape') return modes.elder ? 'elderLandscape' : 'landscape';
  if (modes.reach) return modes.elder ? 'elderReach' : 'reach';
  return modes.elder ? 'elder' : 'normal';
}

/** The whole list, if it is no longer than this; else so many a page, beside the buttons that turn it. */
type Size = readonly [whole: number, aPage: number];

const SIZES = {
  departments: {
    normal: [DEPARTMENTS_SHOWN, DEPARTMENTS_SHOWN - 4],
    elder: [18, 18],
    reach: [16, 16],
    elderReach: [6, 6],
    landscape: [DEPARTMENTS_SHOWN, DEPARTMENTS_SHOWN - 8],
    elderLandscape: [16, 16],
  },
  items: {
    normal: [ITEMS_SHOWN, 24],
    elder: [16, 16],
    reach: [10, 10],
    elderReach: [6, 6],
    landscape: [18, 15],
    elderLandscape: [8, 6],
  },
  themes: {
    normal: [THEMES_SHOWN, THEMES_SHOWN - 6],
    elder: [12, 12],
    reach: [9, 9],
    elderReach: [6, 4],
    landscape: [THEMES_SHOWN, THEMES_SHOWN - 6],
    elderLandscape: [12, 8],
  },
  hits: {
    normal: [8, 8],
    elder: [5, 5],
    reach: [4, 4],
    elderReach: [5, 4],
    landscape: [7, 6],
    elderLandscape: [5, 4],
  },
  regions: {
    normal: [52, 48],
    elder: [24, 24],
    reach: [16, 16],
    elderReach: [9, 9],
    landscape: [35, 35],
    elderLandscape: [12, 12],
  },
  choices: {
    normal: [12, 12],
    elder: [12, 12],
    reach: [12, 12],
    elderReach: [6, 4],
    landscape: [12, 12],
    elderLandscape: [8, 6],
  },
} as const satisfies Record<string, Record<Room, Size>>;

/** How many of a list of this length stand on one page in the modes of now. */
export function aPageOf(
  list: keyof typeof SIZES,
  length: number,
  snapshot: Pick<Snapshot, 'modes' | 'orientation'>,
): number {
  const [whole, aPage] = SIZES[list][roomOf(snapshot)];
  return length <= whole ? whole : aPage;
}

/** Room for one of two things only, and a button that changes between them. */
export const isTight = ({ modes }: Pick<Snapshot, 'modes'>): boolean => modes.elder || modes.reach;
