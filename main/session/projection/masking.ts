import type { FieldTemplate } from '../../../contract/catalogue/template.ts';
import { maskIdNumber, maskName } from '../../../contract/identity-card.ts';
import type { RecordRow, RecordValue } from '../../../contract/record.ts';

function maskValue(format: FieldTemplate['format'], value: RecordValue): RecordValue {
  if (typeof value !== 'string') return value;
  if (format === 'name') return maskName(value);
  if (format === 'idNumber') return maskIdNumber(value);
  return value;
}

/** The row with names and numbers of persons masked; keys without a template field are left out. */
export function maskRow(row: RecordRow, fields: readonly FieldTemplate[], revealed: boolean): RecordRow {
  const shown: RecordRow = {};
  for (const { key, format } of fields) {
    const value = row[key] ?? null;
    shown[key] = revealed ? value : maskValue(format, value);
  }
  return shown;
}
