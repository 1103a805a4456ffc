/** The first pause after a failure, and the longest one, milliseconds. */
export const FIRST_PAUSE_MS = 1_000;
export const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * Pause before the next try after `failures` (1, 2, …) in a row: doubling, capped, and shortened by up to a half at
 * random, so that 80 machines do not come back in the same second. `random` gives 0 (inclusive) to 1 (exclusive).
 */
export function pauseMs(failures: number, random: () => number): number {
  const full = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  return Math.max(FIRST_PAUSE_MS, Math.round(full * (1 - random() / 2)));
}
