import type { ReactElement } from 'react';
import type { DocumentTemplate } from '../../contract/catalogue/template.ts';
import type { RecordRow } from '../../contract/record.ts';
import type { Language } from '../../contract/screen.ts';
import { formatValue } from '../i18n/format.ts';
import { pick } from '../i18n/words.ts';

type TableTemplate = DocumentTemplate['tables'][number];

export interface RecordTableProps {
  readonly template: TableTemplate;
  readonly rows: readonly RecordRow[];
  readonly language: Language;
  readonly emptyText: string;
}

/** One table of a record. Rows are grids, so that thousands of them cost nothing while they are out of sight. */
export function RecordTable({ template, rows, language, emptyText }: RecordTableProps): ReactElement {
  const style = { gridTemplateColumns: template.columns.map((column) => `${column.width}fr`).join(' ') };
  return (
    <table className="record-table">
      <caption>{pick(template.title, language)}</caption>
      <thead>
        <tr style={style}>
          {template.columns.map((column) => (
            <th key={column.key} scope="col" className={`align-${column.align}`}>
              {pick(column.label, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // Rows have no identity of their own: they never move, they are only replaced as a whole.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={index} style={style} data-row>
            {template.columns.map((column) => (
              <td key={column.key} className={`align-${column.align} ${column.format}`}>
                {formatValue(row[column.key], column.format, language)}
              </td>
            ))}
          </tr>
        ))}
        {rows.length === 0 && (
          <tr>
            <td>{emptyText}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
