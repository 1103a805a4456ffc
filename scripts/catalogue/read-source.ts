import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { SourceError } from './source-error.ts';

/** Reads a JSON file of the sources and checks it. */
export function readChecked<T>(file: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SourceError(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  const checked = schema.safeParse(json);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new SourceError(`${file}: ${issue?.path.map(String).join('.')}: ${issue?.message}`);
}

/** As `readChecked`; a file that is not there is `absent`. */
export const readIfThere = <T>(file: string, schema: z.ZodType<T>, absent: T): T =>
  existsSync(file) ? readChecked(file, schema) : absent;

/** Rows of a table whose first line names the columns; each with its line number for messages. */
export function readTable<Column extends string>(
  file: string,
  columns: readonly Column[],
): { readonly line: number; readonly row: Readonly<Record<Column, string>> }[] {
  if (!existsSync(file)) return [];
  const [head, ...lines] = readFileSync(file, 'utf8').split('\n');
  if (head !== columns.join('\t')) throw new SourceError(`${file}:1: expected the columns ${columns.join(', ')}`);
  return lines.flatMap((text, index) => {
    if (text.trim() === '') return [];
    const cells = text.split('\t');
    const line = index + 2;
    if (cells.length !== columns.length) {
      throw new SourceError(`${file}:${line}: expected ${columns.length} columns, there are ${cells.length}`);
    }
    const row = Object.fromEntries(columns.map((column, at) => [column, (cells[at] ?? '').trim()]));
    return [{ line, row: row as Record<Column, string> }];
  });
}
