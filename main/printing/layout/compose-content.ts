import type { ColumnTemplate, FieldTemplate } from '../../../contract/catalogue/template.ts';
import type { RecordRow } from '../../../contract/record.ts';
import { shanghaiDate, shanghaiTime } from '../shanghai-time.ts';
import { cleanText } from './clean-text.ts';
import type { LayoutRequest } from './layout-request.ts';
import { formatValue } from './value-format.ts';

export interface ContentField {
  readonly label: string;
  readonly value: string;
}

export interface ContentTable {
  readonly title: string;
  readonly columns: readonly {
    readonly label: string;
    readonly align: 'left' | 'center' | 'right';
    readonly width: number;
    /** A number or a date: it should not be broken over two lines. */
    readonly whole: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
}

/** The words of a document in the order of the paper: everything that is drawn, and nothing about how. */
export interface DocumentContent {
  readonly title: string;
  readonly subject: readonly ContentField[];
  readonly tables: readonly ContentTable[];
  readonly notes: readonly string[];
  readonly seal: { readonly owner: string; readonly date: string };
  readonly foot: { readonly number: string; readonly terminal: string; readonly printedAt: string };
}

export function composeContent(request: LayoutRequest): DocumentContent {
  const { template, record, document, kiosk } = request;
  return {
    title: cleanText(template.title.zh),
    subject: composeSubject(request),
    tables: template.tables.map((table) => ({
      title: cleanText(table.title.zh),
      columns: table.columns.map(({ label, align, width, format }) => ({
        label: cleanText(label.zh),
        align,
        width,
        whole: format !== 'text' && format !== 'name',
      })),
      rows: (record.tables[table.key] ?? []).map((row) => table.columns.map((column) => writtenOf(row, column))),
    })),
    notes: template.notes.map((note) => cleanText(note.zh)),
    seal: { owner: cleanText(template.sealOwner), date: shanghaiDate(new Date(document.issuedAt)) },
    foot: {
      number: document.number,
      terminal: cleanText(`${kiosk.id} ${kiosk.site}`),
      printedAt: shanghaiTime(request.printedAt),
    },
  };
}

/** Whose document it is stands first and comes from the card; the department's own fields follow. */
function composeSubject({ template, record, holder }: LayoutRequest): ContentField[] {
  const fromCard = (key: string, format: string, label: string, value: string): ContentField => {
    const field = template.subject.find((candidate) => isHolderField(candidate, key, format));
    return { label: cleanText(field?.label.zh ?? label), value: cleanText(value) };
  };
  const others = template.subject.filter(
    (field) => !isHolderField(field, 'name', 'name') && !isHolderField(field, 'idNumber', 'idNumber'),
  );
  return [
    fromCard('name', 'name', '姓名', holder.name),
    fromCard('idNumber', 'idNumber', '证件号码', holder.idNumber),
    ...others.map((field) => ({ label: cleanText(field.label.zh), value: writtenOf(record.subject, field) })),
  ];
}

const isHolderField = (field: FieldTemplate, key: string, format: string): boolean =>
  field.key === key && field.format === format;

const writtenOf = (row: RecordRow, field: FieldTemplate | ColumnTemplate): string =>
  cleanText(formatValue(row[field.key], field.format));

/** Every string that will be drawn, for the check that fonts have its characters. */
export function textsOf(content: DocumentContent): string[] {
  return [
    content.title,
    ...content.subject.flatMap(({ label, value }) => [label, value]),
    ...content.tables.flatMap(({ title, columns, rows }) => [
      title,
      ...columns.map(({ label }) => label),
      ...rows.flat(),
    ]),
    ...content.notes,
    ...Object.values(content.seal),
    ...Object.values(content.foot),
  ];
}
