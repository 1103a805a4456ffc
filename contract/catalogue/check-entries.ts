import type { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { type Bundle, digestOf } from './bundle.ts';
import type { CatalogueEntries } from './checked.ts';
import { ENTRY_SCHEMAS, type EntryKind } from './entries.ts';
import type { CatalogueItem, Item } from './item.ts';
import {
  CATALOGUE_LIMITS,
  type Manifest,
  type ManifestEntry,
  manifestSchema,
  type RefusedCatalogue,
} from './manifest.ts';
import { wrongReference } from './references.ts';
import type { SharedTemplate } from './template.ts';
import { inTheWordsOf } from './template-words.ts';

/** Entries of one version, parsed and checked one by one, not yet against each other. */
export type ParsedEntries = { readonly [K in EntryKind]: readonly z.output<(typeof ENTRY_SCHEMAS)[K]>[] };

/** Reads a manifest: bounded before it is parsed. */
export function checkManifest(text: string): Result<Manifest, RefusedCatalogue> {
  if (Buffer.byteLength(text) > CATALOGUE_LIMITS.manifestBytes) {
    return err({ reason: 'tooLarge', detail: 'the manifest' });
  }
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (parsed.success) return ok(parsed.data);
  return err({ reason: 'badManifest', detail: issueText(parsed.error) });
}

/**
 * Checks one whole version: size, digest and schema of every entry, then every name by which one points to another. It is
 * accepted whole or refused whole, with the place of the first thing that is wrong. `checkedBefore` gives the value of an
 * entry that was checked earlier, by these rules and under this very kind, id and digest; undefined for all others.
 */
export function checkEntries(
  { manifest: text, texts }: Bundle,
  checkedBefore: (entry: ManifestEntry) => unknown = () => undefined,
): Result<CatalogueEntries, RefusedCatalogue> {
  const manifest = checkManifest(text);
  if (!manifest.ok) return manifest;
  const { entries, format: _format, ...about } = manifest.value;
  const refuse = (reason: RefusedCatalogue['reason'], detail: string): Result<never, RefusedCatalogue> =>
    err({ reason, detail, version: about.version });

  const parsed: Record<EntryKind, unknown[]> = {
    department: [],
    theme: [],
    place: [],
    phrase: [],
    profile: [],
    template: [],
    item: [],
  };
  const seen = new Set<string>();
  for (const entry of entries) {
    const name = `${entry.kind}/${entry.id}`;
    if (seen.has(name)) return refuse('badManifest', `${name} is there twice`);
    seen.add(name);
    const known = checkedBefore(entry);
    const checked = known === undefined ? checkEntry(entry, texts.get(entry.digest)) : ok(known);
    if (!checked.ok) return refuse(checked.error.reason, `${name}${checked.error.detail}`);
    parsed[entry.kind].push(checked.value);
  }
  const all = parsed as unknown as ParsedEntries;
  const wrong = wrongReference(all);
  if (wrong !== undefined) return refuse('badReference', wrong);
  return ok(resolved(about, all));
}

/** What a checked catalogue is to those who use it: templates are written into the items that share them. */
export function resolved(manifest: CatalogueEntries['manifest'], all: ParsedEntries): CatalogueEntries {
  const templates = new Map(all.template.map((template) => [template.id, template]));
  return {
    manifest,
    departments: all.department,
    themes: all.theme,
    places: all.place,
    phrases: all.phrase,
    profiles: all.profile,
    templates: all.template,
    items: all.item.map((item) => withTemplate(item, templates)),
  };
}

function withTemplate(item: Item, templates: ReadonlyMap<string, SharedTemplate>): CatalogueItem {
  const { machine } = item;
  if (machine.kind !== 'query' && machine.kind !== 'print') return { ...item, machine };
  const { document } = machine;
  if (document.kind !== 'shared') return { ...item, machine: { ...machine, document } };
  const template = templates.get(document.template);
  if (!template) throw new Error(`a reference that was checked leads nowhere: ${document.template}`);
  return { ...item, machine: { ...machine, document: { kind: 'layout', template: inTheWordsOf(document, template) } } };
}

function checkEntry(
  { kind, id, digest }: ManifestEntry,
  text: string | undefined,
): Result<unknown, { reason: RefusedCatalogue['reason']; detail: string }> {
  if (text === undefined) return err({ reason: 'missing', detail: '' });
  if (Buffer.byteLength(text) > CATALOGUE_LIMITS.entryBytes) return err({ reason: 'tooLarge', detail: '' });
  if (digestOf(text) !== digest) return err({ reason: 'badDigest', detail: '' });
  const parsed = ENTRY_SCHEMAS[kind].safeParse(parseJson(text));
  if (!parsed.success) return err({ reason: 'badEntry', detail: `: ${issueText(parsed.error)}` });
  const own = 'code' in parsed.data ? parsed.data.code : parsed.data.id;
  return own === id ? ok(parsed.data) : err({ reason: 'badEntry', detail: `: calls itself ${own}` });
}

/** Not JSON is as wrong as any other value that does not fit: the schema says so. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The first issue: where, and what was expected. */
function issueText(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  return where === '' ? (issue?.message ?? '') : `${where}: ${issue?.message}`;
}
