import type { ColumnTemplate, FieldTemplate } from '../../../contract/catalogue/template.ts';
import type { RecordRow } from '../../../contract/record.ts';
import type { Language } from '../../../contract/screen.ts';
import type { Bilingual } from '../../../contract/text.ts';
import { cleanText } from './clean-text.ts';
import { inLanguage } from './frame-words.ts';
import type { LayoutRequest } from './layout-request.ts';
import { formatValue, NO_VALUE } from './value-format.ts';

export interface ContentField {
  readonly label: string;
  readonly value: string;
}

type PersonKey = 'name' | 'idNumber';

/** Whose document it is: the two fields that come from the card where one was read. */
const isPersonField = (field: FieldTemplate, key: PersonKey): boolean => field.key === key && field.format === key;

/**
 * The facts as they stand on paper. Whose document it is stands first and comes from the card; the department's own
 * fields follow. Without a card the person is whom the record names; a person it does not name has no line.
 */
export function writeSubject({ template, record, holder, language }: LayoutRequest): ContentField[] {
  const own = (key: PersonKey) => template.subject.find((field) => isPersonField(field, key));
  const written = (field: FieldTemplate): ContentField => ({
    label: cleanText(inLanguage(field.label, language)),
    value: writeValue(record.subject, field, language),
  });
  const fromCard = (key: PersonKey, label: Bilingual, value: string): ContentField => ({
    label: cleanText(inLanguage(own(key)?.label ?? label, language)),
    value: cleanText(value),
  });
  const others = template.subject.filter((field) => !isPersonField(field, 'name') && !isPersonField(field, 'idNumber'));
  if (holder === null) {
    const named = [own('name'), own('idNumber')].filter((field) => field !== undefined);
    return [...named.filter((field) => writeValue(record.subject, field, language) !== NO_VALUE), ...others].map(
      written,
    );
  }
  return [
    fromCard('name', { zh: '姓名', en: 'Name' }, holder.name),
    fromCard('idNumber', { zh: '证件号码', en: 'ID number' }, holder.idNumber),
    ...others.map(written),
  ];
}

const PLACEHOLDER = /\{([a-z][A-Za-z0-9]{0,39})\}/g;

/**
 * A paragraph with each `{key}` replaced by that fact, written out by its format; the person in full, since the paper
 * goes into their own hand. A key that the template does not know, or that has no value, becomes 「—」.
 */
export function writeParagraph(paragraph: string, { template, record, holder, language }: LayoutRequest): string {
  const fact = (key: string): string => {
    if (holder !== null && (key === 'name' || key === 'idNumber')) return holder[key];
    const field = template.subject.find((candidate) => candidate.key === key);
    return field ? writeValue(record.subject, field, language) : NO_VALUE;
  };
  return cleanText(paragraph.replace(PLACEHOLDER, (_, key: string) => fact(key)));
}

/** One value of a row by the format of its field. */
export const writeValue = (row: RecordRow, field: FieldTemplate | ColumnTemplate, language?: Language): string =>
  cleanText(formatValue(row[field.key], field.format, language));
