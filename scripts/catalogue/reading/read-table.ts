import type { Report } from './fault.ts';
import { readText } from './read-json.ts';

export interface TableRow<Column extends string> {
  readonly line: number;
  readonly row: Readonly<Record<Column, string>>;
}

/** Rows of a tab-separated file whose first line names the columns; a row that is not whole is reported and left out. */
export function readTable<Column extends string>(
  file: string,
  columns: readonly Column[],
  report: Report,
): readonly TableRow<Column>[] {
  const text = readText(file);
  if (!text.ok) {
    report(text.error);
    return [];
  }
  const [head = '', ...lines] = text.value.split(/\r?\n/);
  if (head !== columns.join('\t')) {
    const names = columns.join(', ');
    report({
      file,
      line: 1,
      key: '(the first line)',
      value: undefined,
      expected: { en: `expected the columns ${names}`, zh: `第一行应当是这些列：${names}` },
    });
    return [];
  }
  return lines.flatMap((content, index) => {
    if (content.trim() === '') return [];
    const cells = content.split('\t');
    const line = index + 2;
    if (cells.length !== columns.length) {
      report({
        file,
        line,
        key: '(the row)',
        value: `${cells.length} columns`,
        expected: { en: `expected ${columns.length}`, zh: `应当有 ${columns.length} 列` },
      });
      return [];
    }
    const row = Object.fromEntries(columns.map((column, at) => [column, (cells[at] ?? '').trim()]));
    return [{ line, row: row as Record<Column, string> }];
  });
}
