import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Bundle, type EntryText, makeBundle } from '../../../../contract/catalogue/bundle.ts';
import type { Manifest } from '../../../../contract/catalogue/manifest.ts';
import { openStore } from '../../../store/database.ts';
import type { Db } from '../../../store/write.ts';
import { CATALOGUE_MIGRATIONS } from '../migrations.ts';
import type { Expected } from '../read-answer.ts';

/** For tests: a center that signs, without its HTTP. */
export interface Signer {
  /** PEM. */
  readonly publicKey: string;
  sign(manifest: string): string;
}

export function signer(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (manifest) => sign(null, Buffer.from(manifest), privateKey).toString('base64'),
  };
}

export const CATALOGUE = 'test-city';

export const bundleOf = (version: number, entries: readonly EntryText[], catalogue = CATALOGUE): Bundle =>
  makeBundle({ catalogue, version, publishedAt: '2026-11-21T08:00:00+08:00', sample: true }, entries);

/** The answer's bytes: everything, or without what version `had` has. */
export function answerOf({ manifest, texts }: Bundle, by: Signer, had: ReadonlySet<string> = new Set()): Uint8Array {
  const entries = Object.fromEntries([...texts].filter(([digest]) => !had.has(digest)));
  return Buffer.from(JSON.stringify({ outcome: 'changed', manifest, signature: by.sign(manifest), entries }));
}

export const digestsIn = ({ manifest }: Bundle): Set<string> =>
  new Set((JSON.parse(manifest) as Manifest).entries.map(({ digest }) => digest));

export const expecting = (by: Signer, inUse = 0, rejected: readonly number[] = []): Expected => ({
  catalogue: CATALOGUE,
  publicKey: by.publicKey,
  inUse,
  rejected,
});

export function temporary(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tongban-catalogue-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export function openCatalogueFile(directory = temporary()): Db {
  const opened = openStore({
    path: join(directory, 'catalogue.sqlite'),
    log: () => undefined,
    migrations: CATALOGUE_MIGRATIONS,
  });
  if (!opened.ok) throw new Error(opened.error);
  onTestFinished(() => opened.value.close());
  return opened.value.db;
}
