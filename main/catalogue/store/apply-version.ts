import type { Bundle } from '../../../contract/catalogue/bundle.ts';
import { checkEntries, checkManifest } from '../../../contract/catalogue/check-entries.ts';
import type {
  CatalogueAnswer,
  Manifest,
  ManifestEntry,
  RefusedCatalogue,
} from '../../../contract/catalogue/manifest.ts';
import type { Log } from '../../../contract/log-events.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import { type Db, read, write } from '../../store/write.ts';
import { checkedAs } from './checked-as.ts';
import { admit, type Expected, readAnswer } from './read-answer.ts';
import { spellEntry } from './spelled-names.ts';
import { catalogueVersions, type StoredEntry, type StoredVersion, type Versions } from './versions.ts';

export type Applied =
  | { readonly outcome: 'unchanged'; readonly version: number }
  | {
      readonly outcome: 'applied';
      readonly version: number;
      /** How many entries were not here before. */
      readonly added: number;
    };

const STORE_FAILED: RefusedCatalogue = { reason: 'storeFailed', detail: '' };

/**
 * Takes what the center answered: all of it or nothing. Order of the checks: size, signature, catalogue, number, then entry by
 * entry presence, digest, schema, and at last their references. Returns after the commit is on the disk.
 */
export function applyAnswer(
  db: Db,
  log: Log,
  bytes: Uint8Array,
  expected: Expected,
): Result<Applied, RefusedCatalogue> {
  const answer = readAnswer(bytes);
  if (!answer.ok) return answer;
  if (answer.value.outcome === 'unchanged') return ok(answer.value);
  const admitted = admit(answer.value, expected);
  if (!admitted.ok) return admitted;
  return keep(db, log, admitted.value, offered(answer.value), false);
}

/** Takes the catalogue that came with the program; `fresh`: what is stored is another catalogue and may not come back. */
export function applySeed(db: Db, log: Log, seed: Bundle, fresh: boolean): Result<Applied, RefusedCatalogue> {
  const manifest = checkManifest(seed.manifest);
  return manifest.ok ? keep(db, log, manifest.value, seed, fresh) : manifest;
}

/**
 * Checks and spells what is stored by the rules of this program, after an update of it. A version that does not fit is
 * forgotten, so that the center can give it again.
 */
export function recheck(db: Db, log: Log): Result<null, RefusedCatalogue> {
  const versions = catalogueVersions(db);
  const done = write(db, log, () => {
    const texts = versions.texts();
    const fits = (stored: StoredVersion | undefined): boolean =>
      stored?.manifest !== undefined && checkEntries({ manifest: stored.manifest, texts }).ok;
    while (versions.current() !== undefined && !fits(versions.current())) versions.goBack('forget');
    const previous = versions.previous();
    if (previous !== undefined && !fits(previous)) versions.forgetPrevious();
    for (const stored of [versions.current(), versions.previous()]) respell(versions, stored, texts);
    versions.setCheckedAs(checkedAs());
  });
  return done.ok ? ok(null) : err(STORE_FAILED);
}

function respell(versions: Versions, stored: StoredVersion | undefined, texts: ReadonlyMap<string, string>): void {
  if (stored?.manifest === undefined) return;
  const manifest = checkManifest(stored.manifest);
  if (!manifest.ok) throw new Error('a manifest that was just checked does not fit');
  for (const { kind, digest } of manifest.value.entries) {
    versions.spell(digest, JSON.stringify(spellEntry(kind, JSON.parse(texts.get(digest) ?? ''))));
  }
}

/** Texts that came. Filed under the digest that they claim; `checkEntries` finds out. */
const offered = ({ manifest, entries }: Extract<CatalogueAnswer, { outcome: 'changed' }>): Bundle => ({
  manifest,
  texts: new Map(Object.entries(entries)),
});

function keep(
  db: Db,
  log: Log,
  { version, entries }: Manifest,
  offer: Bundle,
  fresh: boolean,
): Result<Applied, RefusedCatalogue> {
  const versions = catalogueVersions(db);
  const stamp = checkedAs();
  const found = read(log, () => ({ here: versions.texts(), checked: checkedNames(versions, stamp) }));
  if (!found.ok) return err(STORE_FAILED);
  const { here } = found.value;
  // Under another kind or id an entry counts as new.
  const checkedBefore = (entry: ManifestEntry): unknown => {
    const text = here.get(entry.digest);
    return text !== undefined && found.value.checked.has(nameOf(entry)) ? JSON.parse(text) : undefined;
  };
  const texts = new Map([...offer.texts, ...here]);
  const checked = checkEntries({ manifest: offer.manifest, texts }, checkedBefore);
  if (!checked.ok) return checked;

  const added = new Map<string, StoredEntry>();
  for (const { kind, digest } of entries) {
    const text = offer.texts.get(digest);
    if (text === undefined || here.has(digest)) continue;
    added.set(digest, { digest, text, spelled: JSON.stringify(spellEntry(kind, JSON.parse(text))) });
  }
  const written = write(db, log, () => {
    if (fresh) versions.forgetAll();
    versions.replace({ version, manifest: offer.manifest, entries: [...added.values()] });
    versions.setCheckedAs(stamp);
    versions.setRefused(undefined);
  });
  return written.ok ? ok({ outcome: 'applied', version, added: added.size }) : err(STORE_FAILED);
}

/** What is stored and was checked by today's rules. */
function checkedNames(versions: Versions, stamp: string): ReadonlySet<string> {
  if (versions.checkedAs() !== stamp) return new Set();
  const manifests = [versions.current(), versions.previous()].flatMap((stored) => stored?.manifest ?? []);
  return new Set(manifests.flatMap((manifest) => (JSON.parse(manifest) as Manifest).entries.map(nameOf)));
}

const nameOf = ({ kind, id, digest }: ManifestEntry): string => `${kind}/${id}/${digest}`;
