import type { ValueFormat } from '../../../contract/catalogue/template.ts';
import type { RecordValue } from '../../../contract/record.ts';
import type { Language } from '../../../contract/screen.ts';

/** What stands where a department gave nothing. */
export const NO_VALUE = '—';

/**
 * Writes a value of a record the way it stands on paper. A value that is not what its format says (a month that is no
 * month) is printed as the department gave it: the paper must not hide or mend what was delivered.
 */
export function formatValue(value: RecordValue | undefined, format: ValueFormat, language: Language = 'zh-CN'): string {
  if (value === null || value === undefined || value === '') return NO_VALUE;
  switch (format) {
    case 'money':
      return formatMoney(value);
    case 'month':
      // ISO 8601 is read everywhere: in English a date stays as it was delivered.
      return language === 'en' ? String(value) : String(value).replace(/^(\d{4})-(\d{2})$/, '$1年$2月');
    case 'date':
      return language === 'en' ? String(value) : String(value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$1年$2月$3日');
    case 'integer':
    case 'text':
    case 'idNumber':
    case 'name':
      return String(value);
  }
}

/** Fen as an integer → yuan with two decimals: 123456 → 1,234.56. Done on digits, so that no sum is rounded. */
function formatMoney(value: string | number): string {
  const digits = String(value);
  const match = /^(-?)(\d+)$/.exec(digits);
  if (match === null) return digits;
  const [, sign = '', fen = ''] = match;
  const padded = fen.padStart(3, '0');
  const yuan = padded.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${yuan}.${padded.slice(-2)}`;
}
