import fc from 'fast-check';
import type { RecordRow, ServiceRecord } from '../../contract/record.ts';
import { loadPeople } from '../people.ts';
import { asOf } from './as-of.ts';
import { RECORD_KINDS, recordKind } from './record-kinds.ts';

/** For the tests of the records: anyone, any kind, any day, and rows whose money is known to be whole fen. */
export const people = loadPeople().all;
export const anyone = fc.constantFrom(...people);
export const anyKind = fc.constantFrom(...RECORD_KINDS);
export const anyDay = fc.date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
export const runs = { numRuns: 150, seed: 20261121 };

/** The number under a key; throws unless it is a whole one. */
export function fen(row: RecordRow | undefined, key: string): number {
  const value = row?.[key];
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new Error(`${key} is not whole fen: ${String(value)}`);
}

export const total = (rows: readonly RecordRow[], key: string): number =>
  rows.reduce((sum, row) => sum + fen(row, key), 0);

export const rowsOf = (record: ServiceRecord | null, table: string): RecordRow[] => record?.tables[table] ?? [];

/** What a specimen person is answered on 21 November 2026. */
export function recordOf(personId: string, itemCode: string): ServiceRecord | null {
  const person = people.find(({ id }) => id === personId);
  if (person === undefined) throw new Error(`no specimen person ${personId}`);
  return recordKind(itemCode)?.make(person, asOf(new Date('2026-11-21T02:00:00Z'))) ?? null;
}
