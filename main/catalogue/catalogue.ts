import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Department, departmentSchema, type Item, itemSchema } from '../../contract/item.ts';

/** What this machine can finish, as read at the start. Unchanging while the core runs. */
export interface Catalogue {
  /** In the order of their codes. */
  readonly items: readonly Item[];
  /** Items of the home page, by `popularRank`. */
  popular(): readonly Item[];
  /** Departments that have at least one item, in the order of `departments.json`. */
  departments(): readonly Department[];
  /** Items of one department: popular ones first, then by code. Unknown id: none. */
  byDepartment(id: string): readonly Item[];
  byCode(code: string): Item | undefined;
}

/** A file of the catalogue is not what it should be. A wrong catalogue stops the start, so this is thrown. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  readonly file: string;
  /** Where in the file, dotted: `document.template.tables.0.columns`; empty for the file itself. */
  readonly key: string;
  readonly expected: string;

  constructor(file: string, key: string, expected: string) {
    super(`${file}: ${key === '' ? '' : `${key}: `}${expected}`);
    this.file = file;
    this.key = key;
    this.expected = expected;
  }
}

/**
 * Reads `departments.json` and `items/*.json` under `dir`.
 * @throws CatalogueError naming file, key and what was expected there
 */
export function loadCatalogue(dir: string): Catalogue {
  const departments = readChecked(join(dir, 'departments.json'), z.array(departmentSchema).min(1));
  refuseDoubles(
    join(dir, 'departments.json'),
    'id',
    departments.map((department) => department.id),
  );
  const folder = join(dir, 'items');
  const files = listJson(folder);
  const items = files.map((file) => readItem(join(folder, file), departments));
  refuseDoubles(
    folder,
    'code',
    items.map((item) => item.code),
  );
  refuseDoubles(
    folder,
    'popularRank',
    items.flatMap((item) => item.popularRank ?? []),
  );
  return catalogueOf(items.toSorted(byCode), departments);
}

function catalogueOf(items: readonly Item[], departments: readonly Department[]): Catalogue {
  const codes = new Map(items.map((item) => [item.code, item]));
  const popular = items.filter((item) => item.popularRank !== undefined).toSorted(byRank);
  const occupied = departments.filter(({ id }) => items.some((item) => item.department === id));
  return {
    items,
    popular: () => popular,
    departments: () => occupied,
    byDepartment: (id) => items.filter((item) => item.department === id).toSorted(byRank),
    byCode: (code) => codes.get(code),
  };
}

const byCode = (a: Item, b: Item): number => (a.code < b.code ? -1 : 1);
const byRank = (a: Item, b: Item): number => {
  const order = (a.popularRank ?? Number.MAX_SAFE_INTEGER) - (b.popularRank ?? Number.MAX_SAFE_INTEGER);
  return order === 0 ? byCode(a, b) : order;
};

function readItem(file: string, departments: readonly Department[]): Item {
  const item = readChecked(file, itemSchema);
  if (!departments.some(({ id }) => id === item.department)) {
    throw new CatalogueError(file, 'department', `expected an id of departments.json, got "${item.department}"`);
  }
  return item;
}

function listJson(folder: string): string[] {
  try {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    if (files.length === 0) throw new CatalogueError(folder, '', 'expected at least one item file (*.json)');
    return files.toSorted();
  } catch (error) {
    throw asCatalogueError(folder, error);
  }
}

function readChecked<T>(file: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw asCatalogueError(file, error);
  }
  const checked = schema.safeParse(json);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new CatalogueError(file, issue?.path.join('.') ?? '', issue?.message ?? 'does not fit the schema');
}

function asCatalogueError(file: string, error: unknown): unknown {
  if (error instanceof SyntaxError) return new CatalogueError(file, '', `expected JSON: ${error.message}`);
  if (error instanceof Error && 'code' in error)
    return new CatalogueError(file, '', `expected to be readable: ${error.code}`);
  return error;
}

function refuseDoubles(file: string, key: string, values: readonly (string | number)[]): void {
  const double = values.find((value, index) => values.indexOf(value) !== index);
  if (double !== undefined)
    throw new CatalogueError(file, key, `expected to be given once, "${double}" is there twice`);
}
