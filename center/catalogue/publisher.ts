import { readFileSync } from 'node:fs';
import { type Bundle, type EntryText, makeBundle, readBundle } from '../../contract/catalogue/bundle.ts';
import { checkEntries } from '../../contract/catalogue/check-entries.ts';
import type { CatalogueItem } from '../../contract/catalogue/item.ts';
import type { CatalogueAnswer, Manifest } from '../../contract/catalogue/manifest.ts';
import type { CatalogueTables } from './catalogue-store.ts';
import { publishedItem } from './published-item.ts';
import type { SigningKey } from './signing-key.ts';

export interface PublishedCatalogue {
  readonly manifest: Manifest;
  readonly entries: readonly EntryText[];
}

/** The catalogue as the center gives it out: versions that follow each other, each checked and signed as a whole. */
export interface Publisher {
  /** PEM; what a kiosk is given at its enrolment. */
  readonly publicKey: string;
  /** Makes these entries the newest version and answers its number. Throws when they are no whole, consistent catalogue. */
  publish(entries: readonly EntryText[]): Promise<number>;
  /** Number of the newest version; 0 before the first. */
  version(): number;
  /** The newest version; undefined before the first. */
  current(): PublishedCatalogue | undefined;
  /** For a kiosk that has version `since`: nothing, or the newest manifest with the entries that `since` had not. */
  answerFor(since: number): CatalogueAnswer;
  /** An item of the newest version with what it shares. */
  item(code: string): CatalogueItem | undefined;
}

export interface PublisherParts {
  readonly tables: CatalogueTables;
  readonly key: SigningKey;
  readonly now: () => Date;
}

/** Of a center that publishes without ever having had a file. */
const UNNAMED = { catalogue: 'sample', sample: true } as const;

export function createPublisher({ tables, key, now }: PublisherParts): Publisher & { publishFile(path: string): void } {
  const current = (): PublishedCatalogue | undefined => {
    const newest = tables.newest();
    if (newest === undefined) return undefined;
    const manifest = JSON.parse(newest.manifest) as Manifest;
    return { manifest, entries: manifest.entries.map((entry) => ({ ...entry, text: textOf(entry.digest) })) };
  };

  const textOf = (digest: string): string => {
    const text = tables.text(digest);
    if (text === undefined) throw new Error(`the database has lost the entry ${digest}`);
    return text;
  };

  // Anybody may ask for an item's page: the manifest is read once for a version.
  let named: { readonly version: number; readonly digests: ReadonlyMap<string, string> } | undefined;
  const digestsOf = ({ version, manifest }: { version: number; manifest: string }): ReadonlyMap<string, string> => {
    if (named?.version !== version) {
      const { entries } = JSON.parse(manifest) as Manifest;
      named = { version, digests: new Map(entries.map(({ kind, id, digest }) => [`${kind}/${id}`, digest])) };
    }
    return named.digests;
  };

  const add = (bundle: Bundle): number => {
    const checked = checkEntries(bundle);
    if (!checked.ok)
      throw new Error(`this catalogue cannot be published: ${checked.error.reason}: ${checked.error.detail}`);
    const { version } = checked.value.manifest;
    tables.add({ version, manifest: bundle.manifest, signature: key.sign(bundle.manifest) }, bundle.texts);
    return version;
  };

  const next = (entries: readonly EntryText[], about: Pick<Manifest, 'catalogue' | 'sample'>, after: number): number =>
    add(makeBundle({ ...about, version: after + 1, publishedAt: now().toISOString() }, entries));

  return {
    publicKey: key.publicKey,
    async publish(entries) {
      const newest = tables.newest();
      if (newest === undefined) return next(entries, UNNAMED, 0);
      const { catalogue, sample, version } = JSON.parse(newest.manifest) as Manifest;
      return next(entries, { catalogue, sample }, version);
    },
    publishFile(path) {
      const file = readBundle(readFileSync(path, 'utf8'));
      const manifest = JSON.parse(file.manifest) as Manifest;
      const newest = tables.newest();
      if (newest === undefined) return void add(file);
      const published = JSON.parse(newest.manifest) as Manifest;
      const isSame = JSON.stringify(published.entries) === JSON.stringify(manifest.entries);
      if (isSame && published.version >= manifest.version) return;
      const entries = manifest.entries.map((entry) => ({ ...entry, text: file.texts.get(entry.digest) ?? '' }));
      // Kiosks whose program came with this very file are at its number: whatever is behind it they would not take.
      next(entries, manifest, Math.max(published.version, manifest.version - 1));
    },
    version: () => tables.newest()?.version ?? 0,
    current,
    answerFor(since) {
      const newest = tables.newest();
      // A kiosk that is ahead would refuse what is older.
      if (newest === undefined || since >= newest.version)
        return { outcome: 'unchanged', version: newest?.version ?? 0 };
      const { manifest, signature } = newest;
      const had = tables.digests(since) ?? new Set();
      const missing = (JSON.parse(manifest) as Manifest).entries.filter(({ digest }) => !had.has(digest));
      const entries = Object.fromEntries(missing.map(({ digest }) => [digest, textOf(digest)]));
      return { outcome: 'changed', manifest, signature, entries };
    },
    item(code) {
      const newest = tables.newest();
      if (newest === undefined) return undefined;
      const digests = digestsOf(newest);
      return publishedItem(code, (kind, id) => {
        const digest = digests.get(`${kind}/${id}`);
        return digest && textOf(digest);
      });
    },
  };
}
