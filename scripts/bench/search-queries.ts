import { plainScan, plainScanOneEdit } from '../../main/catalogue/search/plain-scan.ts';
import type { SearchSource } from '../../main/catalogue/search/types.ts';

export const QUERY_KINDS = ['initials', 'full pinyin', 'hanzi', 'mixed', 'typo'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

export interface BenchQuery {
  readonly kind: QueryKind;
  readonly text: string;
  /** Codes of all items that the plain scan finds. */
  readonly right: ReadonlySet<string>;
}

const CHARACTERS = 4;
/** Large, odd, and no divisor of the number of items: picks names from everywhere. */
const STRIDE = 7919;

/** So many queries of each kind, each a piece of some name, with what an exact scan of all names finds for it. */
export const queriesFor = (sources: readonly SearchSource[], each: number): readonly BenchQuery[] =>
  QUERY_KINDS.flatMap((kind) =>
    Array.from({ length: each }, (_, at) => {
      const text = queryOf(kind, sources, at);
      return { kind, text, right: kind === 'typo' ? plainScanOneEdit(sources, text) : plainScan(sources, [...text]) };
    }),
  );

function queryOf(kind: QueryKind, sources: readonly SearchSource[], at: number): string {
  const { names } = sources[(at * STRIDE + kind.length * 31) % sources.length] ?? { names: [] };
  const { spelling } = names[at % names.length] ?? {};
  const from = Math.max(0, Math.min((spelling?.characters.length ?? 0) - CHARACTERS, at % 5));
  const characters = spelling?.characters.slice(from, from + CHARACTERS) ?? [];
  const read = (spelling?.readings ?? []).slice(from, from + CHARACTERS).map(([reading = '']) => reading);
  switch (kind) {
    case 'initials':
      return read.map((reading) => reading.charAt(0)).join('');
    case 'full pinyin':
      return read.join('');
    case 'hanzi':
      return characters.join('');
    case 'mixed':
      return [...read.slice(0, 2).map((reading) => reading.charAt(0)), ...characters.slice(2)].join('');
    case 'typo':
      return mistyped(read.join(''), at);
  }
}

/** One letter exchanged with the next, left out, doubled, or wrong. */
function mistyped(letters: string, at: number): string {
  const place = 1 + ((at * 3) % Math.max(1, letters.length - 2));
  const [before, letter, after] = [letters.slice(0, place), letters.charAt(place), letters.slice(place + 1)];
  switch (at % 4) {
    case 0:
      return before + after.charAt(0) + letter + after.slice(1);
    case 1:
      return before + after;
    case 2:
      return before + letter + letter + after;
    default:
      return `${before}v${after}`;
  }
}
