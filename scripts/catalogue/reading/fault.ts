import type { Bilingual } from '../../../contract/text.ts';

/** What is wrong in a file of the catalogue, and where. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1; only where the text is not JSON. */
  readonly column?: number;
  /** `machine.form.0.label.zh`, or the column of a table. */
  readonly key: string;
  /** As it stands in the file, cut short; undefined: it is not there. */
  readonly value: string | undefined;
  /** What was expected: in English without, in Chinese with the verb. */
  readonly expected: Bilingual;
}

export type Report = (fault: Fault) => void;

const LONGEST_VALUE = 60;

/** A value as a message shows it: JSON, never longer than a line. */
export function shortValue(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}

/** Two lines: for whoever reads English or greps, and a plain sentence. */
export function faultText({ file, line, column, key, value, expected }: Fault): string {
  const place = column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
  const what = value === undefined ? '' : `${value}: `;
  const where = column === undefined ? `第 ${line} 行` : `第 ${line} 行第 ${column} 个字`;
  const is = value === undefined ? '' : `现在是 ${value}，`;
  return `${place}: ${key}: ${what}${expected.en}\n    ${where}，${key}：${is}${expected.zh}。`;
}
