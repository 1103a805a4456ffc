import { unreachable } from '../result.ts';
import type { Bilingual } from '../text.ts';
import { dayNumber, monthNumber } from './calendar.ts';
import type { FormField } from './form.ts';
import { regionOf } from './regions.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const asTyped = (value: string): Bilingual => ({ zh: value, en: value });

/** `2025年1月`, `Jan 2025`; what is no month stays as it is. */
function monthWords(text: string): Bilingual {
  const month = monthNumber(text);
  if (month === undefined) return asTyped(text);
  const year = Math.floor(month / 12);
  return { zh: `${year}年${(month % 12) + 1}月`, en: `${MONTHS[month % 12]} ${year}` };
}

function dateWords(text: string): Bilingual {
  if (dayNumber(text) === undefined) return asTyped(text);
  const month = monthWords(text);
  const day = Number(text.slice(8));
  return { zh: `${month.zh}${day}日`, en: `${day} ${month.en}` };
}

function monthsWords(text: string): Bilingual {
  const [from = text, to] = text.split('/');
  const first = monthWords(from);
  if (to === undefined || to === from) return first;
  const last = monthWords(to);
  return { zh: `${first.zh}至${last.zh}`, en: `${first.en} to ${last.en}` };
}

/** A value in words, for the page that asks “is this right?”. A value that does not fit its field stays as it is. */
export function inputWords(field: FormField, value: string): Bilingual {
  switch (field.type) {
    case 'choice':
      return field.choices.find((choice) => choice.value === value)?.label ?? asTyped(value);
    case 'region':
      return regionOf(value)?.name ?? asTyped(value);
    case 'date':
      return dateWords(value);
    case 'monthRange':
      return monthsWords(value);
    case 'text':
    case 'number':
    case 'idNumber':
    case 'phone':
      return asTyped(value);
    default:
      return unreachable(field);
  }
}
