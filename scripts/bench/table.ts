import { type Figure, isRate, RUNS_FOR_P99 } from './measure.ts';

const HEAD = ['figure', 'p50', 'p99', 'best', 'unit', 'runs', 'beside', '', 'ratio'];
/** Columns of words; the others are numbers and stand right. */
const WORDS = new Set([0, 4, 6]);

/** Three digits that mean something; all of them above a hundred. */
export function written(value: number): string {
  const magnitude = Math.abs(value);
  return value.toFixed(magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : 2);
}

/** Columns that a terminal gives a string: hanzi and full-width forms take two. */
export function columnsOf(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{3ffff}]/u.test(character)
        ? 2
        : 1),
    0,
  );
}

function cells({ figure, p50, p99, best, unit, runs, beside, ratio }: Figure): string[] {
  // With few runs there is no p99: the slowest one stands there, marked.
  const bound = isRate(unit) ? '≥' : '≤';
  const slow = runs === 1 ? '' : runs < RUNS_FOR_P99 ? `${bound} ${written(p99)}` : written(p99);
  return [
    figure,
    written(p50),
    slow,
    runs === 1 ? '' : written(best),
    unit,
    String(runs),
    beside?.what ?? '',
    beside ? written(beside.value) : '',
    ratio === undefined ? '' : `${written(ratio)}×`,
  ];
}

/** The figures as a table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - columnsOf(cell));
        return WORDS.has(column) ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(HEAD), rule, ...rows.slice(1).map(line)].join('\n');
}
