import type { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { type Bundle, digestOf } from './bundle.ts';
import type { CatalogueEntries } from './checked.ts';
import { ENTRY_SCHEMAS, type EntryKind } from './entries.ts';
import {
  CATALOGUE_LIMITS,
  type Manifest,
  type ManifestEntry,
  manifestSchema,
  type RefusedCatalogue,
} from './manifest.ts';
import { wrongReference } from './references.ts';
import { type ParsedEntries, resolved } from './resolve-shared.ts';

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
    guide: [],
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
  if (searchedText(all) > CATALOGUE_LIMITS.searchedText)
    return refuse('tooLarge', 'the names by which items are found');
  return ok(resolved(about, all));
}

/** How long all is together by which items are found: a phrase counts once for each item that it leads to. */
function searchedText({ item, phrase }: ParsedEntries): number {
  const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);
  const own = item.map(({ name, aliases }) => name.zh.length + lengthOf(aliases));
  const said = phrase.map(({ says, items }) => lengthOf(says) * items.length);
  return [...own, ...said].reduce((sum, length) => sum + length, 0);
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
