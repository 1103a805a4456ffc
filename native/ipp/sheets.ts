/** IPP `sides`, as far as a kiosk uses them. */
export type Sides = 'one-sided' | 'two-sided-long-edge';

const isTwoSided = (sides: Sides): boolean => sides !== 'one-sided';

/** Sheets of paper that so many pages take; an odd last page has a sheet of its own with a blank back. */
export function sheetsFor(pages: number, sides: Sides): number {
  return isTwoSided(sides) ? Math.ceil(pages / 2) : pages;
}

/**
 * The counts of impressions that a printer may honestly report for so many pages. A blank back is an impression where it
 * goes through the engine and none where it does not (RFC 8011 §5.3.18.2 leaves it to the printer).
 */
export function honestImpressions(pages: number, sides: Sides): readonly number[] {
  const withBlank = 2 * sheetsFor(pages, sides);
  return isTwoSided(sides) && withBlank !== pages ? [pages, withBlank] : [pages];
}

/**
 * Impressions that a count of sheets proves; undefined where it proves none. One-sided they are the same. Two-sided nothing
 * can be drawn from it: CUPS writes impressions / 2 as a whole number (1 page: 0 sheets, 3 pages: 1), printers count paper,
 * and nothing in the answer says which of the two it is.
 */
export function impressionsBySheets(sheets: number, sides: Sides): number | undefined {
  return isTwoSided(sides) || sheets <= 0 ? undefined : sheets;
}

/** job-media-sheets-completed as CUPS computes it for two-sided jobs (scheduler/job.c). For tests and explanations only. */
export const cupsSheets = (impressions: number): number => Math.trunc(impressions / 2);
