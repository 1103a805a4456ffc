import { basename } from 'node:path';
import type { z } from 'zod';
import { ENTRY_SCHEMAS, type EntryKind } from '../../../contract/catalogue/entries.ts';
import { expectedBy } from '../checking/expected.ts';
import { issueFaults } from '../checking/issue-faults.ts';
import type { Report } from './fault.ts';
import { jsonOrigin, type Origin } from './origin.ts';
import { readJson } from './read-json.ts';

type EntryOf<K extends EntryKind> = z.output<(typeof ENTRY_SCHEMAS)[K]>;

/** An entry that fits its schema, and where it was written. */
export type PlacedEntry = {
  readonly [K in EntryKind]: { readonly kind: K; readonly value: EntryOf<K>; readonly origin: Origin };
}[EntryKind];

export const idOf = ({ kind, value }: PlacedEntry): string => (kind === 'item' ? value.code : value.id);

/** Checks a made value against the schema of its kind: defaults stand in it and keys in their order afterwards. */
export function placed(kind: EntryKind, value: unknown, origin: Origin, report: Report): PlacedEntry[] {
  const parsed = ENTRY_SCHEMAS[kind].safeParse(value);
  // The schema of a kind gives the entry of that kind: the two stand side by side in ENTRY_SCHEMAS.
  if (parsed.success) return [{ kind, value: parsed.data, origin } as PlacedEntry];
  for (const issue of parsed.error.issues) report(origin.fault(issue.path, expectedBy(issue)));
  return [];
}

/** The one entry of a JSON file. */
export function readEntry(file: string, kind: EntryKind, report: Report): PlacedEntry[] {
  const json = readJson(file);
  if (!json.ok) {
    json.error.forEach(report);
    return [];
  }
  const parsed = ENTRY_SCHEMAS[kind].safeParse(json.value.value);
  if (!parsed.success) {
    issueFaults(file, json.value, parsed.error.issues).forEach(report);
    return [];
  }
  const origin = jsonOrigin(file, json.value);
  if (kind === 'template' && 'id' in parsed.data && parsed.data.id !== basename(file, '.json')) {
    report(origin.fault(['id'], { en: 'expected the name of the file', zh: '应当和文件名一样' }));
  }
  return [{ kind, value: parsed.data, origin } as PlacedEntry];
}

/** The entries of a JSON file that is a list of them. */
export function readEntries(file: string, kind: EntryKind, report: Report): PlacedEntry[] {
  const json = readJson(file);
  if (!json.ok) {
    json.error.forEach(report);
    return [];
  }
  const { value } = json.value;
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index) => placed(kind, each, jsonOrigin(file, json.value, [index]), report));
  }
  report(jsonOrigin(file, json.value).fault([], { en: 'expected a list [ ]', zh: '应当是列表 [ ]' }));
  return [];
}
