import { drawFor, type Seed } from '../draw.ts';

/** The first day of 2024, as days and as months: what is older than this never moves again. */
export const ANCHOR_DAY = Date.UTC(2024, 0, 1) / 86_400_000;

/** `YYYY-MM-DD` of days since 1970. */
export const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** How many units ago, both included; negative ones lie ahead. */
export type Ago = readonly [number, number];

/**
 * A day (or month) between `ago[1]` and `ago[0]` before `now`. Such days stand on a grid as wide as the bounds, so exactly
 * one of them is within: asked again tomorrow it is the same day, until it has become too old.
 */
export function recurring(seed: Seed, now: number, ago: Ago): number {
  const [low, high] = [Math.min(...ago), Math.max(...ago)];
  const width = high - low + 1;
  const phase = drawFor(...seed).integer(0, width - 1);
  const newest = now - low;
  return newest - ((((newest - phase) % width) + width) % width);
}
