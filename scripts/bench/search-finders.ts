import Database from 'better-sqlite3';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createSearch } from '../../main/catalogue/search/create-search.ts';
import type { SearchSource } from '../../main/catalogue/search/types.ts';
import type { Bench } from './bench.ts';

export type Finder = (text: string) => readonly string[];
export const PEERS = ['MiniSearch', 'Fuse.js', 'FTS5 trigram'] as const;
export type PeerName = (typeof PEERS)[number];

/** What a peer can search: it knows no readings, so each name is given in all three writings. */
interface Written {
  readonly id: number;
  readonly code: string;
  readonly hanzi: string;
  readonly pinyin: string;
  readonly initials: string;
}

/** Ours, giving all that it finds. */
export function ours(sources: readonly SearchSource[]): Finder {
  const search = createSearch(sources);
  return (text) => search.find(text, Number.POSITIVE_INFINITY).hits.map(({ code }) => code);
}

/** A peer over the same names, set up as its own guide says for search while typing, one edit allowed where it can. */
export function peer(name: PeerName, sources: readonly SearchSource[], bench: Bench): Finder {
  const rows = written(sources);
  switch (name) {
    case 'MiniSearch':
      return miniSearch(rows);
    case 'Fuse.js':
      return fuse(rows);
    case 'FTS5 trigram':
      return trigram(rows, bench);
  }
}

const written = (sources: readonly SearchSource[]): readonly Written[] =>
  sources
    .flatMap(({ code, names }) => names.map(({ spelling }) => ({ code, spelling })))
    .map(({ code, spelling }, id) => {
      const read = spelling.readings.map(([reading = '']) => reading);
      const initials = read.map((reading) => reading.charAt(0)).join('');
      return { id, code, hanzi: spelling.characters.join(''), pinyin: read.join(''), initials };
    });

const unique = (codes: readonly string[]): readonly string[] => [...new Set(codes)];
const FIELDS = ['hanzi', 'pinyin', 'initials'];
/** The one edit that ours allows, as the share of the letters that MiniSearch wants. */
const FUZZY = 0.1;
const FROM_LETTERS = 4;

function miniSearch(rows: readonly Written[]): Finder {
  // It finds words by their beginning only: every end of a name is a word, so that a piece of a name is one.
  const ends = (text: string): string[] => Array.from(text, (_, at) => text.slice(at));
  const engine = new MiniSearch<Written>({ fields: FIELDS, storeFields: ['code'], tokenize: ends });
  engine.addAll(rows);
  return (text) => {
    const fuzzy = text.length >= FROM_LETTERS ? FUZZY : false;
    const found = engine.search(text, { prefix: true, fuzzy, tokenize: (query) => [query] });
    return unique(found.map(({ code }) => String(code)));
  };
}

function fuse(rows: readonly Written[]): Finder {
  const engine = new Fuse([...rows], { keys: FIELDS, ignoreLocation: true, threshold: 0.2 });
  return (text) => unique(engine.search(text).map(({ item }) => item.code));
}

function trigram(rows: readonly Written[], bench: Bench): Finder {
  const db = bench.closing(new Database(':memory:'));
  db.exec("CREATE VIRTUAL TABLE names USING fts5(code UNINDEXED, hanzi, pinyin, initials, tokenize='trigram')");
  const insert = db.prepare('INSERT INTO names VALUES (:code, :hanzi, :pinyin, :initials)');
  db.transaction(() => {
    for (const row of rows) insert.run(row);
  })();
  const find = db.prepare<[string], string>('SELECT code FROM names WHERE names MATCH ? ORDER BY rank').pluck();
  return (text) => unique(find.all(`"${text.replaceAll('"', '""')}"`));
}
