import { dayNumber, monthNumber } from '../../../contract/catalogue/calendar.ts';
import type { FormField, FormInputs } from '../../../contract/catalogue/form.ts';
import type { SelfServiceItem } from '../../../contract/catalogue/item.ts';
import type { SpecimenPerson } from '../../../contract/specimen.ts';
import type { AsOf } from '../as-of.ts';
import type { Seed } from '../draw.ts';
import type { MonthNumber } from '../months.ts';
import { ANCHOR_DAY } from './recurring-date.ts';

/** What is asked, of whom, when. */
export interface Question {
  readonly item: SelfServiceItem;
  /** Null: public information. */
  readonly person: SpecimenPerson | null;
  readonly inputs: FormInputs;
  readonly at: AsOf;
}

/** Complete months, both included. */
export interface Period {
  readonly from: MonthNumber;
  readonly to: MonthNumber;
}

/**
 * What every value is drawn from: the person, the item, what was filled in. Periods are left out, so that a month is the
 * same whichever months are asked for; so is an agent, who asks about somebody else.
 */
export function seedOf({ item, person, inputs }: Question): Seed {
  const filled = item.machine.form
    .filter((field) => !isPeriod(field) && (inputs[field.key] ?? '') !== '')
    .map(({ key }) => `${key}=${inputs[key]}`)
    .toSorted();
  return [forOthers(item) ? 'agent' : (person?.card.idNumber ?? 'public'), item.code, ...filled];
}

/** An agent asks about a company, which is filled in. */
const forOthers = ({ machine: { who, form } }: SelfServiceItem): boolean =>
  who.every((one) => one === 'agent') && form.length > 0;

const GROWN_UP_YEARS = 18;

/** Days ago, cut off where the person was not yet grown up: nobody has a licence from before. */
export function grownUpAgo(
  [low, high]: readonly [number, number],
  { item, person }: Question,
): readonly [number, number] {
  if (person === null || forOthers(item)) return [low, high];
  const [year = '', month, day] = person.card.birthDate.split('-');
  const grownUp = dayNumber([Number(year) + GROWN_UP_YEARS, month, day].join('-')) ?? ANCHOR_DAY;
  const most = ANCHOR_DAY - grownUp;
  return most > low ? [low, Math.min(high, most)] : [low, high];
}

/** The months that were asked for: of `input`, else of the form's only period; null: none was filled in. */
export function periodOf({ item, inputs }: Question, input?: string): Period | null {
  const periods = item.machine.form.filter(isPeriod);
  const field = periods.find(({ key }) => key === input) ?? (periods.length === 1 ? periods[0] : undefined);
  const filled = field === undefined ? '' : (inputs[field.key] ?? '');
  if (/^\d{4}$/.test(filled)) return periodOfText(`${filled}-01/${filled}-12`);
  return periodOfText(filled);
}

/** `YYYY-MM/YYYY-MM`. */
function periodOfText(text: string): Period | null {
  const [from, to] = text.split('/').map(monthNumber);
  return from === undefined || to === undefined ? null : { from, to };
}

const isYear = (field: FormField): boolean =>
  field.type === 'choice' && field.choices.every(({ value }) => /^(19|20)\d\d$/.test(value));

const isPeriod = (field: FormField): boolean => field.type === 'monthRange' || isYear(field);
