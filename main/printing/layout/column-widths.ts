/** What the content of a column asks for, in points, padding included. */
export interface ColumnWish {
  /** Share of the table that the template gives it. */
  readonly share: number;
  /** Below this a number or a date would be broken in two. */
  readonly least: number;
  /** At this nothing is broken at all. */
  readonly natural: number;
}

/** What a column keeps beyond its content when others, with long texts, would like more. */
const AIR = 12;

/**
 * Widths of the columns, together `total`. The template's shares hold unless a column could not keep its numbers whole;
 * then it takes room from those that have more than they need. `tight` says that even so not everything is whole.
 */
export function columnWidths(wishes: readonly ColumnWish[], total: number): { widths: number[]; tight: boolean } {
  const shares = sum(wishes.map(({ share }) => share));
  const widths = wishes.map(({ share }) => (total * share) / shares);
  const least = wishes.map((wish) => wish.least);
  const natural = wishes.map((wish) => wish.natural);
  widen(widths, least, natural);
  widen(widths, least, least);
  const airy = natural.map((width) => width + AIR);
  widen(widths, natural, airy);
  return { widths, tight: widths.some((width, index) => width < (least[index] ?? 0) - 0.01) };
}

/** Widens columns towards `target` with what others have above `floor`, in proportion. */
function widen(widths: number[], target: readonly number[], floor: readonly number[]): void {
  const missing = widths.map((width, index) => Math.max((target[index] ?? 0) - width, 0));
  const spare = widths.map((width, index) => Math.max(width - (floor[index] ?? 0), 0));
  const moved = Math.min(sum(missing), sum(spare));
  if (moved <= 0) return;
  const [wanted, offered] = [sum(missing), sum(spare)];
  for (const [index, width] of widths.entries()) {
    widths[index] = width + ((missing[index] ?? 0) * moved) / wanted - ((spare[index] ?? 0) * moved) / offered;
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
