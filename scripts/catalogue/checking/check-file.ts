import type { CatalogueEntries } from '../../../contract/catalogue/checked.ts';
import { ENTRY_SCHEMAS, type EntryKind } from '../../../contract/catalogue/entries.ts';
import type { ParsedJson } from '../../../main/core/json-issues.ts';
import type { Fault } from '../reading/fault.ts';
import { jsonOrigin } from '../reading/origin.ts';
import { idOf, type PlacedEntry } from '../reading/placed-entry.ts';
import { readJson } from '../reading/read-json.ts';
import { withRightCode } from './code-hint.ts';
import { entryKindOf } from './entry-kind.ts';
import { issueFaults } from './issue-faults.ts';
import { repeatedKeys } from './repeated-keys.ts';
import { takenNames } from './taken-names.ts';
import { namesKnown, wrongReferences } from './wrong-references.ts';

/** What checking one file gave: an entry that can be published as it is, or everything that is wrong. */
export interface CheckedFile {
  readonly file: string;
  readonly faults: readonly Fault[];
  readonly entry?: PlacedEntry;
}

/**
 * Checks one file that a technician wrote by itself: an item, template, place, phrase, profile, life event or department.
 * The catalogue is asked only for what a wrong code should be.
 */
export function checkAlone(file: string, catalogue: CatalogueEntries): CheckedFile {
  const json = readJson(file);
  if (!json.ok) return { file, faults: json.error };
  const kind = entryKindOf(json.value.value);
  if (kind === undefined) return { file, faults: [unknownKind(file, json.value)] };
  const parsed = ENTRY_SCHEMAS[kind].safeParse(json.value.value);
  const twice = repeatedKeys(file, json.value);
  if (!parsed.success) {
    const faults = issueFaults(file, json.value, parsed.error.issues);
    return { file, faults: [...twice, ...withRightCode(faults, json.value.value, catalogue)] };
  }
  // The schema of a kind gives the entry of that kind.
  const entry = { kind, value: parsed.data, origin: jsonOrigin(file, json.value) } as PlacedEntry;
  return twice.length === 0 ? { file, faults: [], entry } : { file, faults: twice };
}

/** Checks an entry against the catalogue that it is for, and against others that are to come with it. */
export function checkAmong(
  { file, faults, entry }: CheckedFile,
  catalogue: CatalogueEntries,
  others: readonly PlacedEntry[],
): CheckedFile {
  if (!entry) return { file, faults };
  const wrong = wrongReferences(entry, knownTo(entry, catalogue, others)).map(({ path, expected }) =>
    entry.origin.fault(path, expected),
  );
  const all = [...faults, ...wrong, ...takenNames(entry, catalogue, others)];
  return all.length === 0 ? { file, faults: all, entry } : { file, faults: all };
}

function knownTo(entry: PlacedEntry, catalogue: CatalogueEntries, others: readonly PlacedEntry[]) {
  const all = [...others, entry];
  const of = <K extends EntryKind>(kind: K) =>
    all.filter((each): each is Extract<PlacedEntry, { kind: K }> => each.kind === kind);
  return namesKnown(
    [...catalogue.departments, ...of('department').map(({ value }) => value)],
    [...catalogue.themes, ...of('theme').map(({ value }) => value)],
    [...catalogue.templates, ...of('template').map(({ value }) => value)],
    [...catalogue.guides.map(({ id }) => id), ...of('guide').map(idOf)],
    [...catalogue.items.map(({ code }) => code), ...of('item').map(idOf)],
  );
}

const unknownKind = (file: string, json: ParsedJson): Fault =>
  jsonOrigin(file, json).fault([], {
    en: 'expected one item, template, place, phrase, profile, life event or department; parts of source/ are checked with their whole catalogue',
    zh: '看不出这是什么：应当是一个事项、模板、地点、说法、站点设置、主题或部门；source 里的文件请和整个目录一起检查',
  });
