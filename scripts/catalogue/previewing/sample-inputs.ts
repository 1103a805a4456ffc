import type { FormField, FormInputs, TextKind } from '../../../contract/catalogue/form.ts';
import { checkField } from '../../../contract/catalogue/form-check.ts';
import { REGIONS } from '../../../contract/catalogue/regions.ts';

/** What somebody might fill in, for each kind of text. Longer or shorter ones are made to fit. */
const TEXTS: Readonly<Record<TextKind, string>> = {
  plain: '样本',
  personName: '王样本',
  companyName: '上海样本贸易有限公司',
  address: '样本路100号',
  // Check character by GB 32100-2015; the body does not exist.
  uscc: '91310000MA1K35XH0P',
  plateNumber: '沪A12345',
  certificateNumber: 'YB20260001',
};
const PHONE = '13800000000';
/** A specimen: passes GB 11643, belongs to nobody. */
const ID_NUMBER = '319999195203129026';
const DAY_MS = 86_400_000;

/** A value for every field of a form, such as the preview shows them. Each is one that the form's own check accepts. */
export const sampleInputs = (form: readonly FormField[], today: string, uscc = TEXTS.uscc): FormInputs =>
  Object.fromEntries(
    form.flatMap((field) => {
      const value = sampleValue(field, today, uscc);
      return checkField(field, value, today) === undefined ? [[field.key, value]] : [];
    }),
  );

function sampleValue(field: FormField, today: string, uscc: string): string {
  switch (field.type) {
    case 'text':
      return field.format === 'uscc' ? uscc : fitted(TEXTS[field.format], field.minLength, field.maxLength);
    case 'number':
      return String(Math.round(field.min + (field.max - field.min) / 4));
    case 'date':
      return daysFrom(today, Math.max(field.earliest ?? -365, Math.min(field.latest ?? 0, -365)));
    case 'choice':
      return field.choices[0]?.value ?? '';
    case 'idNumber':
      return ID_NUMBER;
    case 'phone':
      return PHONE;
    case 'region':
      return REGIONS[0]?.code ?? '';
    case 'monthRange':
      return `${monthsBefore(today, Math.min(field.maxMonths, 12))}/${monthsBefore(today, 1)}`;
  }
}

function fitted(text: string, least: number, most: number): string {
  return text.repeat(Math.ceil(least / text.length)).slice(0, Math.max(least, Math.min(most, text.length)));
}

const daysFrom = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);

function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 7);
}
