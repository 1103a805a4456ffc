/** Where the person is while looking around. The trail of stops is what "back" goes along. */
export type Stop =
  | { readonly at: 'home' }
  | { readonly at: 'departments' }
  | { readonly at: 'department'; readonly department: string; readonly section?: string }
  | { readonly at: 'themes' }
  | { readonly at: 'theme'; readonly theme: string }
  | { readonly at: 'search'; readonly text: string }
  /** All about one item. */
  | { readonly at: 'item'; readonly code: string };

/** The stops so far, the newest last; it begins at home and is never empty. */
export type Trail = readonly [Stop, ...Stop[]];

export const AT_HOME: Trail = [{ at: 'home' }];

/** Nobody goes deeper on purpose; it keeps a playing child from filling the memory. */
const LONGEST_TRAIL = 40;

export const currentStop = (trail: Trail): Stop => trail.at(-1) ?? trail[0];

export function goTo(trail: Trail, stop: Stop): Trail {
  const [home, ...rest] = trail;
  return [home, ...rest.slice(-LONGEST_TRAIL), stop];
}

/** The same stop, seen otherwise: another section, one more letter. "Back" does not go through these. */
export function replaceStop(trail: Trail, stop: Stop): Trail {
  const [home, ...rest] = trail;
  return rest.length === 0 ? [stop] : [home, ...rest.slice(0, -1), stop];
}

/** One stop back; at home there is nowhere to go. */
export function goBack(trail: Trail): Trail {
  const [home, ...rest] = trail;
  return [home, ...rest.slice(0, -1)];
}
