import type { Machine } from '../bench/machine.ts';
import type { Thing } from '../world/ledger.ts';
import type { Rig } from '../world/rig.ts';

/** Something that happens to the locker. Answers in a word or two what came of it, for the counts. */
export interface Step {
  readonly name: string;
  /** What it is drawn with, for the line that says how to make it again. */
  readonly drawn: object;
  run(rig: Rig): Promise<string>;
}

/** Two at the same time. */
export const together = ([first, second]: readonly [Step, Step]): Step => ({
  name: 'together',
  drawn: { [`1 ${first.name}`]: first.drawn, [`2 ${second.name}`]: second.drawn },
  async run(rig) {
    const outcomes = await Promise.all([first.run(rig), second.run(rig)]);
    return `${first.name} ${outcomes[0]} + ${second.name} ${outcomes[1]}`;
  },
});

/** The core is started again by whoever watches over it. */
const START_MS = 4_000;

/** A machine that runs; started if it was killed. It may end again while it starts. */
export async function running(rig: Rig): Promise<Machine | undefined> {
  // Whoever works at the same time may be starting it.
  if (rig.machine()) return rig.machine();
  rig.start();
  await rig.clock.advance(START_MS);
  return rig.machine();
}

/** One of several by a number of any size; undefined: there is none. */
export const oneOf = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];

/** Things of one direction, those in cells first chosen. */
export function thingAt(rig: Rig, direction: 'document' | 'material', index: number): Thing | undefined {
  const things = [...rig.ledger.things.values()].filter(({ of }) => of.direction === direction);
  const inside = things.filter(({ where }) => where.at === 'cell');
  return oneOf(inside.length > 0 ? inside : things, index);
}
