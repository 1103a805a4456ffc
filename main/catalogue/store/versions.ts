import type { z } from 'zod';
import { digestOf } from '../../../contract/catalogue/bundle.ts';
import type { Manifest } from '../../../contract/catalogue/manifest.ts';
import { catalogueStatusSchema } from '../../../contract/technician.ts';
import type { Db } from '../../store/write.ts';

/** An entry as a row. */
export interface StoredEntry {
  readonly digest: string;
  readonly text: string;
  readonly spelled: string;
}

/** A version that can be used or gone back to. */
export interface StoredVersion {
  readonly version: number;
  /** The exact text; undefined: the disk has changed it. */
  readonly manifest: string | undefined;
}

export interface VersionNumbers {
  readonly current: number | undefined;
  readonly previous: number | undefined;
  /** Those that were rolled back. */
  readonly rejected: readonly number[];
}

export type KeptRefusal = NonNullable<z.infer<typeof catalogueStatusSchema>['refused']>;

const keptRefusalSchema = catalogueStatusSchema.shape.refused.unwrap();

/** The rows of `catalogue.sqlite`. Those that write are called within a write. */
export interface Versions {
  current(): StoredVersion | undefined;
  previous(): StoredVersion | undefined;
  numbers(): VersionNumbers;
  text(digest: string): string | undefined;
  spelled(digest: string): string | undefined;
  /** Texts by digest, all of them; rows that the disk has changed are left out, as if they had never come. */
  texts(): Map<string, string>;
  /** Makes this the current version, the current one the previous one, and lets go of what neither names. */
  replace(next: {
    readonly version: number;
    readonly manifest: string;
    readonly entries: readonly StoredEntry[];
  }): void;
  /** The previous version becomes the current one. The current one is never taken again, or (`forget`) forgotten. */
  goBack(what: 'reject' | 'forget'): void;
  forgetPrevious(): void;
  /** For a catalogue that is not this one's predecessor: nothing of it may come back. */
  forgetAll(): void;
  spell(digest: string, spelled: string): void;
  /** How the stored entries were checked; see `checkedAs`. */
  checkedAs(): string | undefined;
  setCheckedAs(stamp: string): void;
  checkedAt(): string | undefined;
  setCheckedAt(instant: string): void;
  refused(): KeptRefusal | undefined;
  setRefused(refused: KeptRefusal | undefined): void;
}

interface VersionRow {
  readonly version: number;
  readonly manifest: string;
  readonly digest: string;
}

export function catalogueVersions(db: Db): Versions {
  const byState = db.prepare<[string], VersionRow>('SELECT version, manifest, digest FROM versions WHERE state = ?');
  const selectNumbers = db.prepare<[], { readonly version: number; readonly state: string }>(
    'SELECT version, state FROM versions ORDER BY version',
  );
  const selectText = db.prepare<[string], string>('SELECT text FROM entries WHERE digest = ?').pluck();
  const selectSpelled = db.prepare<[string], string>('SELECT spelled FROM entries WHERE digest = ?').pluck();
  const selectTexts = db.prepare<[], Pick<StoredEntry, 'digest' | 'text'>>('SELECT digest, text FROM entries');
  const selectDigests = db.prepare<[], string>('SELECT digest FROM entries').pluck();
  // A row that is there is replaced: it may be one that the disk has changed.
  const insertEntry = db.prepare(
    `INSERT INTO entries (digest, text, spelled) VALUES (@digest, @text, @spelled)
     ON CONFLICT (digest) DO UPDATE SET text = excluded.text, spelled = excluded.spelled`,
  );
  const deleteEntry = db.prepare('DELETE FROM entries WHERE digest = ?');
  const respell = db.prepare('UPDATE entries SET spelled = ? WHERE digest = ?');
  const deleteVersion = db.prepare('DELETE FROM versions WHERE state = ? OR version = ?');
  const insertVersion = db.prepare(
    `INSERT INTO versions (version, state, manifest, digest) VALUES (?, 'current', ?, ?)`,
  );
  const setState = db.prepare('UPDATE versions SET state = ? WHERE state = ?');
  const reject = db.prepare(
    `UPDATE versions SET state = 'rejected', manifest = NULL, digest = NULL WHERE state = 'current'`,
  );
  const selectNote = db.prepare<[string], string>('SELECT value FROM notes WHERE name = ?').pluck();
  const putNote = db.prepare(
    'INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const deleteNote = db.prepare('DELETE FROM notes WHERE name = ?');

  const version = (state: 'current' | 'previous'): StoredVersion | undefined => {
    const row = byState.get(state);
    if (row === undefined) return undefined;
    return { version: row.version, manifest: digestOf(row.manifest) === row.digest ? row.manifest : undefined };
  };

  const letGo = (): void => {
    const named = new Set([version('current'), version('previous')].flatMap(digestsOf));
    for (const digest of selectDigests.all()) if (!named.has(digest)) deleteEntry.run(digest);
  };

  return {
    current: () => version('current'),
    previous: () => version('previous'),
    numbers() {
      const rows = selectNumbers.all();
      const of = (wanted: string): number[] => rows.filter(({ state }) => state === wanted).map((row) => row.version);
      return { current: of('current')[0], previous: of('previous')[0], rejected: of('rejected') };
    },
    text: (digest) => selectText.get(digest),
    spelled: (digest) => selectSpelled.get(digest),
    texts() {
      const rows = selectTexts.all().filter(({ digest, text }) => digestOf(text) === digest);
      return new Map(rows.map(({ digest, text }) => [digest, text]));
    },
    replace({ version: number, manifest, entries }) {
      deleteVersion.run('previous', number);
      setState.run('previous', 'current');
      insertVersion.run(number, manifest, digestOf(manifest));
      for (const entry of entries) insertEntry.run(entry);
      letGo();
    },
    goBack(what) {
      if (what === 'reject') reject.run();
      else deleteVersion.run('current', -1);
      setState.run('current', 'previous');
      letGo();
    },
    forgetPrevious() {
      deleteVersion.run('previous', -1);
      letGo();
    },
    forgetAll() {
      deleteVersion.run('current', -1);
      deleteVersion.run('previous', -1);
      deleteVersion.run('rejected', -1);
      letGo();
    },
    spell: (digest, spelled) => void respell.run(spelled, digest),
    checkedAs: () => selectNote.get('checkedAs'),
    setCheckedAs: (stamp) => void putNote.run('checkedAs', stamp),
    checkedAt: () => selectNote.get('checkedAt'),
    setCheckedAt: (instant) => void putNote.run('checkedAt', instant),
    refused() {
      const note = selectNote.get('refused');
      return note === undefined ? undefined : keptRefusalSchema.parse(JSON.parse(note));
    },
    setRefused(refused) {
      if (refused === undefined) deleteNote.run('refused');
      else putNote.run('refused', JSON.stringify(refused));
    },
  };
}

/** A manifest that the disk has changed names nothing: what only it named is fetched again. */
function digestsOf(stored: StoredVersion | undefined): string[] {
  if (stored?.manifest === undefined) return [];
  const { entries } = JSON.parse(stored.manifest) as Manifest;
  return entries.map(({ digest }) => digest);
}
