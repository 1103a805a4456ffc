/** Chance that is the same for the same seed. */
export interface Chance {
  /** 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** 0 to `below` − 1. */
  below(limit: number): number;
}

const TWO_TO_32 = 2 ** 32;

/** Mulberry32 twice for numbers above 32 bits. `seed`: any whole number. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = (): number => (word() + (word() >>> 11) / 2 ** 21) / TWO_TO_32;
  return { next, below: (limit) => Math.floor(next() * limit) };
}

/** So few numbers that the same ones are drawn again and again. */
export const NARROW = 400;

/** As `randomInt` of Node; `narrow`: equal numbers come often, and whoever needs different ones has to look. */
export const drawer = (chance: Chance, narrow: boolean) => (below: number) =>
  narrow && below > NARROW ? chance.below(NARROW) * Math.floor(below / NARROW) : chance.below(below);
