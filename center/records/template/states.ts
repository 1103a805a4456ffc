import { drawFor, type Seed } from '../draw.ts';

const OVER = /办结|结案|到账|到档|领取|领证|已寄出|发放|完成|办好|制好/;

const NOTHING = /^(未|无|没有)|正常|良好/;

/** The state of a case: one that is over has all its steps, one that is not over has not. */
export function stateOfCase(choices: readonly string[], steps: number, allSteps: number, seed: Seed): string {
  return oneOf(choices, (choice) => OVER.test(choice) === steps >= allSteps, seed);
}

/** The state told of a list that may be empty: “nothing” where nothing is listed. */
export const stateOfList = (choices: readonly string[], rows: number, seed: Seed): string =>
  oneOf(choices, (choice) => NOTHING.test(choice) === (rows === 0), seed);

/** One of those that fit; of all where none does. */
function oneOf(choices: readonly string[], fits: (choice: string) => boolean, seed: Seed): string {
  const fitting = choices.filter(fits);
  const from = fitting.length === 0 ? choices : fitting;
  return from[Math.floor(drawFor(...seed).fraction() * from.length)] ?? '';
}
