/**
 * Average monthly wage of a city that resembles Shanghai, in yuan: rounded anchors, geometric between them and 2 % a
 * year beyond. Sample figures: they steer how the specimen records grow and are not a published statistic.
 */
const ANCHORS = [
  [1993, 470],
  [1998, 1000],
  [2003, 1850],
  [2008, 3290],
  [2013, 5040],
  [2018, 8770],
  [2023, 12180],
  [2025, 12430],
] as const;

const GROWTH_AFTER = 1.02;

/** Yuan a month, whole. Years before the first anchor are given its value. */
export function averageWage(year: number): number {
  const later = ANCHORS.findIndex(([anchorYear]) => anchorYear >= year);
  const after = ANCHORS[later];
  const before = ANCHORS[later - 1];
  if (after === undefined) {
    const [lastYear, lastWage] = ANCHORS[ANCHORS.length - 1] ?? [year, 0];
    return Math.round(lastWage * GROWTH_AFTER ** (year - lastYear));
  }
  if (before === undefined) return after[1];
  const share = (year - before[0]) / (after[0] - before[0]);
  return Math.round(before[1] * (after[1] / before[1]) ** share);
}

/** Bounds of the contribution base in fen: 60 % and 300 % of the average wage of the year before. */
export function baseBounds(contributionYear: number): { readonly low: number; readonly high: number } {
  const average = averageWage(contributionYear - 1);
  return { low: Math.round(average * 0.6) * 100, high: average * 3 * 100 };
}
