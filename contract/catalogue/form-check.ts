import { isCitizenNumber } from '../citizen-number.ts';
import { unreachable } from '../result.ts';
import { dayNumber, monthNumber } from './calendar.ts';
import type { FieldFault, FormField, FormInputs } from './form.ts';
import { regionsWithin } from './regions.ts';
import { checkText } from './text-check.ts';

type Field<T extends FormField['type']> = Extract<FormField, { type: T }>;

/** The day in the page's own form; anything else is a bug of the caller. */
function dayOf(today: string): number {
  const day = dayNumber(today);
  if (day === undefined) throw new Error(`today is not a day: ${today}`);
  return day;
}

function checkNumber({ min, max }: Field<'number'>, value: string): FieldFault | undefined {
  if (!/^-?\d+$/.test(value)) return 'notANumber';
  const number = Number(value);
  if (number < min) return 'tooSmall';
  return number > max ? 'tooLarge' : undefined;
}

function checkDate({ earliest, latest }: Field<'date'>, value: string, today: string): FieldFault | undefined {
  const day = dayNumber(value);
  if (day === undefined) return 'notADate';
  const fromToday = day - dayOf(today);
  if (earliest !== undefined && fromToday < earliest) return 'tooEarly';
  return latest !== undefined && fromToday > latest ? 'tooLate' : undefined;
}

/** `tooLate`: the month that is running, or a later one. `badMonths`: not two months, or the last before the first. */
function checkMonths({ maxMonths }: Field<'monthRange'>, value: string, today: string): FieldFault | undefined {
  const [, from, to] = /^(\d{4}-\d{2})\/(\d{4}-\d{2})$/.exec(value) ?? [];
  const first = from === undefined ? undefined : monthNumber(from);
  const last = to === undefined ? undefined : monthNumber(to);
  if (first === undefined || last === undefined || last < first) return 'badMonths';
  dayOf(today);
  if (last >= (monthNumber(today) ?? 0)) return 'tooLate';
  return last - first + 1 > maxMonths ? 'tooManyMonths' : undefined;
}

/** GB 11643: check character, and a day of birth that has been. */
function checkIdNumber(value: string, today: string): FieldFault | undefined {
  if (!isCitizenNumber(value)) return 'badIdNumber';
  const born = dayNumber(`${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`);
  return born !== undefined && born <= dayOf(today) ? undefined : 'badIdNumber';
}

/**
 * What is wrong with one value of a form; undefined: nothing. Pure. The core asks before a query, the center again on
 * what arrives. Blank counts as empty where something is required; surrounding spaces are refused, not removed.
 *
 * @param value as in {@link FormInputs}; `''`: left empty
 * @param today `YYYY-MM-DD` where the machine stands; throws if it is not a day
 */
export function checkField(field: FormField, value: string, today: string): FieldFault | undefined {
  if (value === '' && !field.required) return undefined;
  if (value.trim() === '') return field.required ? 'missing' : 'badCharacters';
  switch (field.type) {
    case 'text':
      return checkText(field, value);
    case 'number':
      return checkNumber(field, value);
    case 'date':
      return checkDate(field, value, today);
    case 'choice':
      return field.choices.some((choice) => choice.value === value) ? undefined : 'notAChoice';
    case 'idNumber':
      return checkIdNumber(value, today);
    case 'phone':
      return /^1[3-9]\d{9}$/.test(value) ? undefined : 'badPhone';
    case 'region':
      return regionsWithin(field.within).some(({ code }) => code === value) ? undefined : 'notAChoice';
    case 'monthRange':
      return checkMonths(field, value, today);
    default:
      return unreachable(field);
  }
}

/**
 * The first thing that is wrong with a whole form, in the order of its fields; undefined: nothing. A key that the form
 * does not have is a fault of the caller, reported as `badCharacters`.
 */
export function checkInputs(
  form: readonly FormField[],
  inputs: FormInputs,
  today: string,
): { readonly key: string; readonly fault: FieldFault } | undefined {
  for (const field of form) {
    // Inherited words such as `constructor` are no values: only what was really filled in counts.
    const value = Object.hasOwn(inputs, field.key) ? inputs[field.key] : undefined;
    const fault = checkField(field, value ?? '', today);
    if (fault) return { key: field.key, fault };
  }
  const unknown = Object.keys(inputs).find((key) => !form.some((field) => field.key === key));
  return unknown === undefined ? undefined : { key: unknown, fault: 'badCharacters' };
}
