import type { MatrixCell } from '../../test/drill/matrix.ts';
import type { CellResult } from '../../test/drill/run-cell.ts';

/** A cell that was played. */
export interface PlayedCell extends MatrixCell {
  /** Undefined: not applicable. */
  readonly result: CellResult | undefined;
  /** Where it is other than stated. */
  readonly deviations: readonly string[];
}

/** A device that is out of use is told within so long, and one that is back is used within so long, milliseconds. */
export const NOTICE_TARGET_MS = 2_000;
export const BACK_TARGET_MS = 3_000;

const COLUMNS = [
  { title: 'fault', width: 23 },
  { title: 'the work meanwhile', width: 41 },
  { title: 'state and reasons', width: 29 },
  { title: 'told after', width: 11 },
  { title: 'back after', width: 11 },
  { title: 'then', width: 5 },
] as const;

const row = (...texts: readonly string[]): string =>
  `  ${COLUMNS.map(({ width }, index) => (texts[index] ?? '').padEnd(width)).join(' ')}`.trimEnd();

/** What stands above the rows of one driver. */
export const headOf = ({ subject }: MatrixCell): string[] => [
  '',
  subject.name,
  `  stuck: ${subject.stuckIs}; another device: ${subject.strangerIs}`,
  row(...COLUMNS.map(({ title }) => title)),
];

const time = (ms: number | undefined, targetMs: number): string =>
  ms === undefined ? '–' : `${ms} ms${ms > targetMs ? ' *' : ''}`;

/** One cell in words: what came, and below it what it means or where it is other than stated. */
export function rowOf({ fault, stated, result, deviations }: PlayedCell): string[] {
  if ('notApplicable' in stated || !result) {
    return [row(fault, `not applicable: ${'notApplicable' in stated ? stated.notApplicable : ''}`)];
  }
  const told = time(result.noticedMs, NOTICE_TARGET_MS);
  const back = time(result.backMs, BACK_TARGET_MS);
  const state = [result.state, ...result.reasons].join(' ');
  return [
    row(fault, result.work, state, told, back, result.again),
    row('', `  ${stated.says}`),
    ...deviations.map((deviation) => `  !! ${deviation}`),
  ];
}

export function lastLineOf(cells: readonly PlayedCell[]): string {
  const played = cells.filter(({ result }) => result !== undefined);
  const wrong = played.filter(({ deviations }) => deviations.length > 0).length;
  const late = played.filter(({ result }) => isLate(result)).length;
  return [
    `${played.length} cells played, ${cells.length - played.length} not applicable;`,
    wrong === 0 ? 'all as stated' : `${wrong} not as stated`,
    late === 0
      ? ''
      : `; ${late} with * (told later than ${NOTICE_TARGET_MS} ms or back later than ${BACK_TARGET_MS} ms)`,
  ]
    .join(' ')
    .replace(' ;', ';')
    .trimEnd();
}

const isLate = (result: CellResult | undefined): boolean =>
  (result?.noticedMs ?? 0) > NOTICE_TARGET_MS || (result?.backMs ?? 0) > BACK_TARGET_MS;
