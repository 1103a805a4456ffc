import type { z } from 'zod';
import type { Bundle } from '../../../contract/catalogue/bundle.ts';
import { digestOf } from '../../../contract/catalogue/bundle.ts';
import type { CatalogueEntries } from '../../../contract/catalogue/checked.ts';
import type { EntryKind, Phrase } from '../../../contract/catalogue/entries.ts';
import { formSchema } from '../../../contract/catalogue/form.ts';
import type { Item, itemSchema } from '../../../contract/catalogue/item.ts';
import type { Manifest, ManifestEntry } from '../../../contract/catalogue/manifest.ts';
import { type ParsedEntries, resolved } from '../../../contract/catalogue/resolve-shared.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import { diskCode } from '../../store/write.ts';
import type { SearchSource, SpelledName, Spelling } from '../search/types.ts';
import { spellEntry, spelledNames } from './spelled-names.ts';
import type { Versions } from './versions.ts';

/** An entry in memory: what it says, and the texts by which it is found. */
export interface LoadedEntry {
  readonly value: unknown;
  names(): readonly SpelledName[];
}

export interface LoadedVersion {
  readonly entries: CatalogueEntries;
  /** Of a seed: spells all names, which takes a while. */
  sources(): readonly SearchSource[];
  /** By digest: what the next version has, too, is not parsed again. */
  readonly byDigest: ReadonlyMap<string, LoadedEntry>;
}

/** Work of this length is done at a stretch, milliseconds; then the page and the devices have their turn. */
export const SLICE_MS = 8;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Reads the current version from the store. It was checked when it came: only digests are looked at again, so `damaged`
 * means that the disk has changed it. `known`: entries that are in memory already.
 */
export function loadCurrent(
  versions: Versions,
  known: ReadonlyMap<string, LoadedEntry> = new Map(),
): Promise<Result<LoadedVersion, 'none' | 'damaged'>> {
  const stored = versions.current();
  if (stored === undefined) return Promise.resolve(err('none'));
  if (stored.manifest === undefined) return Promise.resolve(err('damaged'));
  return load(stored.manifest, ({ kind, digest }) => {
    const before = known.get(digest);
    if (before !== undefined) return before;
    const text = versions.text(digest);
    if (text === undefined || digestOf(text) !== digest) return undefined;
    const value = entryValue(kind, text);
    if (value === undefined) return undefined;
    const spellings = (): Spelling[] => storedSpellings(versions, digest) ?? spellEntry(kind, value);
    return { value, names: () => spelledNames(kind, value, spellings()) };
  });
}

/** Reads a bundle that is trusted like the program's own code, without storing it. Its digests must fit all the same. */
export function loadSeed({ manifest, texts }: Bundle): Promise<Result<LoadedVersion, 'none' | 'damaged'>> {
  return load(manifest, ({ kind, digest }) => {
    const text = texts.get(digest);
    if (text === undefined) return undefined;
    const value = entryValue(kind, text);
    if (value === undefined) return undefined;
    return { value, names: () => spelledNames(kind, value, spellEntry(kind, value)) };
  });
}

/**
 * What an entry says. Its text may leave out what the schema adds by itself: only the fields of forms have such defaults.
 * Undefined: a form that does not fit the schema of this program.
 */
function entryValue(kind: EntryKind, text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (kind !== 'item') return value;
  // What was checked against the schema of its kind is what that schema takes.
  const item = value as z.input<typeof itemSchema>;
  if (!('form' in item.machine) || item.machine.form.length === 0) return item;
  const form = formSchema.safeParse(item.machine.form);
  return form.success ? { ...item, machine: { ...item.machine, form: form.data } } : undefined;
}

async function load(
  manifestText: string,
  entryOf: (entry: ManifestEntry) => LoadedEntry | undefined,
): Promise<Result<LoadedVersion, 'none' | 'damaged'>> {
  const { entries, ...about } = JSON.parse(manifestText) as Manifest;
  const byKind = Map.groupBy(entries, ({ kind }) => kind);
  const byDigest = new Map<string, LoadedEntry>();
  let sliceFrom = performance.now();
  for (const entry of entries) {
    const loaded = entryOf(entry);
    if (loaded === undefined) return err('damaged');
    byDigest.set(entry.digest, loaded);
    if (performance.now() - sliceFrom < SLICE_MS) continue;
    await breathe();
    sliceFrom = performance.now();
  }
  const of = (kind: EntryKind): LoadedEntry[] =>
    (byKind.get(kind) ?? []).flatMap(({ digest }) => byDigest.get(digest) ?? []);
  const values = (kind: EntryKind): unknown[] => of(kind).map(({ value }) => value);
  const parsed = {
    department: values('department'),
    theme: values('theme'),
    place: values('place'),
    phrase: values('phrase'),
    profile: values('profile'),
    template: values('template'),
    guide: values('guide'),
    item: values('item'),
    // They were checked against these schemas when they came.
  } as unknown as ParsedEntries;
  await breathe();
  return ok({ entries: resolved(about, parsed), sources: () => sourcesOf(of('item'), of('phrase')), byDigest });
}

/** What is searched: an item's own names, and the phrases that lead to it. */
function sourcesOf(items: readonly LoadedEntry[], phrases: readonly LoadedEntry[]): SearchSource[] {
  const said = new Map<string, SpelledName[]>();
  for (const { value, names: spelled } of phrases) {
    for (const code of (value as Phrase).items) {
      const names = said.get(code) ?? [];
      names.push(...spelled());
      said.set(code, names);
    }
  }
  return items.map(({ value, names }) => {
    const { code, demand, machine } = value as Item;
    const finishes = machine.kind === 'query' || machine.kind === 'print';
    return { code, demand, finishes, names: [...names(), ...(said.get(code) ?? [])] };
  });
}

/** Spellings have no digest: if the disk has changed them, or they are gone with their version, they are made anew. */
function storedSpellings(versions: Versions, digest: string): Spelling[] | undefined {
  try {
    const text = versions.spelled(digest);
    return text === undefined ? undefined : (JSON.parse(text) as Spelling[]);
  } catch (error) {
    if (error instanceof SyntaxError || diskCode(error) !== undefined) return undefined;
    throw error;
  }
}
