import { createHash } from 'node:crypto';
import { ENTRY_SCHEMAS, type EntryKind } from './entries.ts';
import type { Manifest, ManifestEntry } from './manifest.ts';

/** SHA-256 of an entry's text, UTF-8, in hex. */
export const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** One entry as it is stored, sent and digested. */
export interface EntryText {
  readonly kind: EntryKind;
  readonly id: string;
  readonly text: string;
}

/** A manifest and the texts that it names, by digest. */
export interface Bundle {
  /** Exactly what is signed. */
  readonly manifest: string;
  readonly texts: ReadonlyMap<string, string>;
}

const ORDER = Object.keys(ENTRY_SCHEMAS) as EntryKind[];

/** Kinds in the order of `ENTRY_SCHEMAS`, ids ascending: the same entries always make the same manifest. */
const byPlace = (a: EntryText, b: EntryText): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1);

/** Puts entries in order and writes the manifest of a version that consists of exactly these. */
export function makeBundle(about: Omit<Manifest, 'format' | 'entries'>, entries: readonly EntryText[]): Bundle {
  const ordered = entries.toSorted(byPlace);
  const named: ManifestEntry[] = ordered.map(({ kind, id, text }) => ({ kind, id, digest: digestOf(text) }));
  const { catalogue, version, publishedAt, sample } = about;
  const manifest: Manifest = { format: 1, catalogue, version, publishedAt, sample, entries: named };
  return {
    manifest: JSON.stringify(manifest),
    texts: new Map(ordered.map(({ text }, index) => [named[index]?.digest ?? '', text])),
  };
}

/** A bundle as a file: the manifest in the first line, then one entry a line, in the manifest's order. */
export const writeBundle = ({ manifest, texts }: Bundle): string => `${[manifest, ...texts.values()].join('\n')}\n`;

/** Reads what `writeBundle` wrote. Nothing is checked but the digests that it is filed under. */
export function readBundle(file: string): Bundle {
  const [manifest = '', ...lines] = file.split('\n');
  const texts = lines.filter((line) => line !== '');
  return { manifest, texts: new Map(texts.map((text) => [digestOf(text), text])) };
}
