/** What a drill did, for its last lines. */
export interface Counts {
  readonly steps: Map<string, number>;
  readonly outcomes: Map<string, number>;
  readonly exceptions: Map<string, number>;
  readonly checks: Map<string, number>;
  readonly kills: Map<string, number>;
  sequences: number;
  pulses: number;
  acts: number;
  parcels: number;
  codesTried: number;
  codesRefused: number;
  messages: number;
}

export const createCounts = (): Counts => ({
  steps: new Map(),
  outcomes: new Map(),
  exceptions: new Map(),
  checks: new Map(),
  kills: new Map(),
  sequences: 0,
  pulses: 0,
  acts: 0,
  parcels: 0,
  codesTried: 0,
  codesRefused: 0,
  messages: 0,
});

export const count = (counts: Map<string, number>, name: string, by = 1): void =>
  void counts.set(name, (counts.get(name) ?? 0) + by);

export const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, one) => all + one, 0);

export const sorted = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].toSorted(([a], [b]) => a.localeCompare(b));
