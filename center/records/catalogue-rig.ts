import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBundle } from '../../contract/catalogue/bundle.ts';
import { checkEntries } from '../../contract/catalogue/check-entries.ts';
import type { FormField, FormInputs } from '../../contract/catalogue/form.ts';
import { isSelfService, type SelfServiceItem } from '../../contract/catalogue/item.ts';
import { usccCheckCharacter } from '../../contract/catalogue/item-code.ts';
import type { DocumentTemplate } from '../../contract/catalogue/template.ts';
import { unreachable } from '../../contract/result.ts';

/** For the tests of the records: the built catalogue, and forms that are filled in. */
export const CATALOGUE_FILE = join(import.meta.dirname, '../../assets/catalogue/catalogue.jsonl');

let read: readonly SelfServiceItem[] | undefined;

/** All items of the built catalogue that are finished at the machine. */
export function selfServiceItems(): readonly SelfServiceItem[] {
  if (read !== undefined) return read;
  const checked = checkEntries(readBundle(readFileSync(CATALOGUE_FILE, 'utf8')));
  if (!checked.ok) throw new Error(`${checked.error.reason}: ${checked.error.detail}`);
  read = checked.value.items.filter(isSelfService);
  return read;
}

export function templateOf({ machine: { document } }: SelfServiceItem): DocumentTemplate | undefined {
  return document.kind === 'layout' ? document.template : undefined;
}

const USCC_17 = '91319999MA1FL0000';

/** Every field filled in with something that fits. */
export const filledIn = (form: readonly FormField[]): FormInputs =>
  Object.fromEntries(form.map((field) => [field.key, fitting(field)]));

function fitting(field: FormField): string {
  switch (field.type) {
    case 'text':
      return textOf(field.format).slice(0, field.maxLength).padEnd(field.minLength, '1');
    case 'number':
      return String(Math.round((field.min + field.max) / 2));
    case 'date':
      return dayFromNow(field.latest ?? Math.max(field.earliest ?? -30, -30));
    case 'choice':
      return field.choices[0]?.value ?? '';
    case 'idNumber':
      return '319999199407219040';
    case 'phone':
      return '13800000000';
    case 'region':
      return '310101';
    case 'monthRange':
      return field.maxMonths < 3 ? '2026-08/2026-08' : '2026-06/2026-08';
    default:
      return unreachable(field);
  }
}

function textOf(format: Extract<FormField, { type: 'text' }>['format']): string {
  switch (format) {
    case 'plain':
      return '样本一二三';
    case 'personName':
      return '李小样';
    case 'companyName':
      return '上海样本餐饮管理有限公司';
    case 'address':
      return '样本区样本路18号';
    case 'uscc':
      return `${USCC_17}${usccCheckCharacter(USCC_17) ?? ''}`;
    case 'plateNumber':
      return '沪A12345';
    case 'certificateNumber':
      return '310099887766';
    default:
      return unreachable(format);
  }
}

/** From 21 November 2026, the day of the tests. */
const dayFromNow = (days: number): string =>
  new Date(Date.UTC(2026, 10, 21) + days * 86_400_000).toISOString().slice(0, 10);
