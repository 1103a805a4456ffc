/** Sizes in rem, as the style sheet has them. */
const SIZES = { normal: { least: 5.5, character: 2.25 }, elder: { least: 6.25, character: 2.75 } } as const;
const PADDING = 1.5;
const GAP = 0.5;
/** The room of one row beside the key that turns to the next. */
const ROW = { normal: 53, elder: 50 } as const;

/** Splits hanzi and words into rows that fit the screen, in their order. Each row has one at least. */
export function candidateRows(candidates: readonly string[], size: 'normal' | 'elder'): { from: number; to: number }[] {
  const { least, character } = SIZES[size];
  const rows: { from: number; to: number }[] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const [index, candidate] of candidates.entries()) {
    const own = Math.max(least, [...candidate].length * character + PADDING) + GAP;
    const last = rows.at(-1);
    if (last && width + own <= ROW[size]) {
      last.to = index + 1;
      width += own;
    } else {
      rows.push({ from: index, to: index + 1 });
      width = own;
    }
  }
  return rows;
}
