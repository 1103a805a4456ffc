import type { Manifest } from '../../contract/catalogue/manifest.ts';
import type { CenterDatabase } from '../store/database.ts';

/** One published version: what was signed, and by which signature. */
export interface PublishedVersion {
  readonly version: number;
  readonly manifest: string;
  /** Base64. */
  readonly signature: string;
}

export interface CatalogueTables {
  newest(): PublishedVersion | undefined;
  /** Digests of a version's entries; undefined: there is no such version. */
  digests(version: number): ReadonlySet<string> | undefined;
  text(digest: string): string | undefined;
  /** Keeps a version with the entries that are not here yet. One transaction. */
  add(published: PublishedVersion, texts: ReadonlyMap<string, string>): void;
}

export function catalogueTables(database: CenterDatabase): CatalogueTables {
  const newest = database.prepare<[], PublishedVersion>(
    'SELECT version, manifest, signature FROM catalogue_versions ORDER BY version DESC LIMIT 1',
  );
  const manifestOf = database
    .prepare<[number], string>('SELECT manifest FROM catalogue_versions WHERE version = ?')
    .pluck();
  const textOf = database.prepare<[string], string>('SELECT text FROM catalogue_entries WHERE digest = ?').pluck();
  const insertVersion = database.prepare(
    'INSERT INTO catalogue_versions (version, manifest, signature) VALUES (?, ?, ?)',
  );
  const insertEntry = database.prepare('INSERT OR IGNORE INTO catalogue_entries (digest, text) VALUES (?, ?)');
  return {
    newest: () => newest.get(),
    digests(version) {
      const manifest = manifestOf.get(version);
      if (manifest === undefined) return undefined;
      const { entries } = JSON.parse(manifest) as Manifest;
      return new Set(entries.map(({ digest }) => digest));
    },
    text: (digest) => textOf.get(digest),
    add: ({ version, manifest, signature }, texts) =>
      database
        .transaction(() => {
          insertVersion.run(version, manifest, signature);
          for (const [digest, text] of texts) insertEntry.run(digest, text);
        })
        .immediate(),
  };
}
