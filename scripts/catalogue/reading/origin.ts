import type { Bilingual } from '../../../contract/text.ts';
import { lookUp, type ParsedJson } from '../../../main/core/json-issues.ts';
import { type Fault, shortValue } from './fault.ts';

/** Where an entry was written, so that what is wrong with it is told at its place. */
export interface Origin {
  readonly file: string;
  /** A fault of the entry's key at `path`. */
  fault(path: readonly PropertyKey[], expected: Bilingual): Fault;
}

/** An entry that stands in a JSON file, alone or as one of a list (`at`: its path). */
export function jsonOrigin(file: string, json: ParsedJson, at: readonly PropertyKey[] = []): Origin {
  return {
    file,
    fault: (path, expected) => {
      const whole = [...at, ...path];
      const { line, value, missing } = lookUp(json, whole);
      const key = whole.map(String).join('.') || '(the file)';
      return { file, line, key, value: missing || value === undefined ? undefined : shortValue(value), expected };
    },
  };
}

/** An item that was made from an object of `self-service.json`: its keys lie less deep there. */
export function madeOrigin(file: string, json: ParsedJson, index: number): Origin {
  const whole = jsonOrigin(file, json, [index]);
  const ofMade = (path: readonly PropertyKey[]): readonly PropertyKey[] => {
    const [first, second, ...rest] = path;
    if (first === 'name') return [second === 'en' ? 'en' : 'zh'];
    if (first === 'code') return ['serial'];
    if (first !== 'machine') return path;
    if (second !== 'document') return second === undefined ? [] : [second, ...rest];
    const [part, ...deeper] = rest;
    return part === undefined ? ['template'] : [part === 'sampleRows' ? 'rows' : part, ...deeper];
  };
  return { file, fault: (path, expected) => whole.fault(ofMade(path), expected) };
}

/** An item that was made from a row of a table. */
export const rowOrigin = (file: string, line: number, row: Readonly<Record<string, string>>): Origin => ({
  file,
  fault: (path, expected) => {
    const [first, second] = path.map(String);
    const column = columnOf(first, second);
    const cell = row[column];
    return { file, line, key: column, value: cell === undefined ? undefined : shortValue(cell), expected };
  },
});

function columnOf(key: string | undefined, below: string | undefined): string {
  if (key === 'name') return below === 'en' ? 'en' : 'zh';
  return key === 'code' ? 'serial' : (key ?? '(the row)');
}
