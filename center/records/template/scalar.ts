import { dayNumber } from '../../../contract/catalogue/calendar.ts';
import { inputWords } from '../../../contract/catalogue/form-words.ts';
import type { Sample } from '../../../contract/catalogue/sample.ts';
import type { ValueFormat } from '../../../contract/catalogue/template.ts';
import type { RecordValue } from '../../../contract/record.ts';
import { drawFor, type Seed } from '../draw.ts';
import { monthText } from '../months.ts';
import { grownUpAgo, periodOf, type Question } from './question.ts';
import { dayText, recurring } from './recurring-date.ts';

const SEXES = { male: '男', female: '女', unknown: null, notStated: null } as const;

/**
 * A value that stands by itself, whatever else is on the paper.
 * @param share where in a `range` it lies, 0 ≤ share < 1; without it, it is drawn
 */
export function scalar(
  sample: Sample,
  format: ValueFormat,
  question: Question,
  seed: Seed,
  share = drawFor(...seed).fraction(),
): RecordValue {
  const value = plainValue(sample, format, question, seed, share);
  // A day where a month is wanted, and the other way round.
  if (format === 'month' && typeof value === 'string') return value.slice(0, 7);
  if (format === 'date' && typeof value === 'string' && value.length === 7) return `${value}-01`;
  const isNumber = format === 'money' || format === 'integer';
  return typeof value === 'number' && !isNumber ? String(value) : value;
}

function plainValue(sample: Sample, format: ValueFormat, question: Question, seed: Seed, share: number): RecordValue {
  const { at } = question;
  if ('fixed' in sample) return sample.fixed;
  if ('pick' in sample) return sample.pick[Math.floor(share * sample.pick.length)] ?? null;
  if ('range' in sample) return inRange(sample.range, sample.step ?? 1, share);
  if ('serial' in sample) return serial(sample.serial, seed);
  if ('card' in sample) return ofCard(sample.card, question);
  if ('input' in sample && !('months' in sample)) return filledIn(sample.input, sample.part, format, question);
  if ('today' in sample) return format === 'month' ? at.today.slice(0, 7) : at.today;
  if ('dateAgo' in sample) {
    return dayText(recurring(seed, dayNumber(at.today) ?? 0, grownUpAgo(sample.dateAgo, question)));
  }
  if ('monthAgo' in sample) return monthText(recurring(seed, at.lastCompleteMonth + 1, sample.monthAgo));
  throw new Error(`a sample that does not stand by itself: ${Object.keys(sample).join()}`);
}

/** An integer of the range, both ends included. */
export function inRange([low, high]: readonly [number, number], step: number, share: number): number {
  const steps = Math.floor(Math.abs(high - low) / step) + 1;
  return Math.min(low, high) + Math.floor(share * steps) * step;
}

const YUAN = 100;
const TEN_THOUSAND_YUAN = 1_000_000;

/** Amounts that somebody has laid down are whole yuan where their bounds are. */
export const wholeYuan = (sample: Sample): Sample => wholeUnits(sample, YUAN);

/** At the head of a document a large amount, a capital, is in 万元. */
export const roundAmount = (sample: Sample): Sample => {
  const wide = 'range' in sample && sample.range[1] - sample.range[0] >= 20 * TEN_THOUSAND_YUAN;
  return wholeYuan(wide ? wholeUnits(sample, TEN_THOUSAND_YUAN) : sample);
};

function wholeUnits(sample: Sample, unit: number): Sample {
  if (!('range' in sample) || sample.step !== undefined) return sample;
  return sample.range.every((bound) => bound % unit === 0) ? { ...sample, step: unit } : sample;
}

/** Each `#` becomes a digit; a number does not begin with 0 where it is all digits. */
function serial(pattern: string, seed: Seed): string {
  const draw = drawFor(...seed);
  return pattern.replaceAll('#', (_, at: number) => String(draw.integer(at === 0 ? 1 : 0, 9)));
}

function ofCard(part: 'name' | 'idNumber' | 'address' | 'birthDate' | 'sex', { person }: Question): string | null {
  if (person === null) return null;
  const { card } = person;
  return part === 'sex' ? SEXES[card.sex] : (card[part] ?? null);
}

/** Numbers are filled in as yuan where money is wanted; codes stand on paper in words. */
function filledIn(key: string, part: 'from' | 'to' | undefined, format: ValueFormat, question: Question): RecordValue {
  const field = question.item.machine.form.find((one) => one.key === key);
  const value = question.inputs[key] ?? '';
  if (field === undefined || value === '') return null;
  if (part !== undefined) {
    const period = periodOf(question, key);
    return period === null ? null : monthText(period[part]);
  }
  if (format === 'money') return Number(value) * 100;
  if (format === 'integer') return Number(value);
  return format === 'text' || format === 'name' ? inputWords(field, value).zh : value;
}
