import { usccCheckCharacter } from '../../../contract/catalogue/item-code.ts';
import type { RecordRow, RecordValue } from '../../../contract/record.ts';
import type { PlannedField, TemplatePlan } from './plan.ts';

/** What a document begins with: a number with a year in it was given in the year of this day. */
const BEGINNINGS: readonly string[] = ['registeredOn', 'issuedOn', 'acceptedOn', 'established', 'appliedOn'];

/** 沪样援2026第####号, 20##31####: a year that is part of a number. */
const YEAR_IN_NUMBER = /(?<![\d#])(?:19|20)(?:\d\d|##)/;

/** The last touches that make the facts of one document fit each other. */
export function fitted({ facts: planned, tables }: TemplatePlan, facts: RecordRow): RecordRow {
  const day = BEGINNINGS.map((key) => facts[key]).find((value) => typeof value === 'string');
  const numberYear = typeof day === 'string' ? day.slice(0, 4) : undefined;
  return Object.fromEntries(
    planned.map((field) => [field.key, touched(field, facts[field.key] ?? null, numberYear, tables.length)]),
  );
}

function touched(
  { key, sample }: PlannedField,
  value: RecordValue,
  year: string | undefined,
  tables: number,
): RecordValue {
  if (typeof value !== 'string') return value;
  if (key === 'year' && 'first' in sample) return value.slice(0, 4);
  if (key === 'uscc' && 'serial' in sample)
    return `${value.slice(0, 17)}${usccCheckCharacter(value.slice(0, 17)) ?? ''}`;
  if (!('serial' in sample) || year === undefined || tables === 0) return value;
  const found = YEAR_IN_NUMBER.exec(sample.serial);
  return found === null ? value : value.slice(0, found.index) + year + value.slice(found.index + 4);
}
