import iconv from 'iconv-lite';

/** A part of a font that the page loads when it shows one of its characters. */
export interface FontSlice {
  readonly name: string;
  readonly codePoints: readonly number[];
}

/** Characters a slice of the rest has: 1.5 to 2 MB, loaded from the same machine in a few milliseconds. */
const SLICE_SIZE = 4096;

/** Rows of GB/T 2312 by first byte: level 1 (3,755 hanzi by frequency of use, A1–FE each), level 2 (3,008 more). */
const LEVEL_1 = { first: 0xb0, last: 0xd7 } as const;
const LEVEL_2 = { first: 0xd8, last: 0xf7 } as const;

/** Hanzi of a span of rows, from the bytes of the standard. */
export function gb2312Hanzi({ first, last }: { readonly first: number; readonly last: number }): Set<number> {
  const found = new Set<number>();
  for (let row = first; row <= last; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = iconv.decode(Buffer.from([row, cell]), 'gb2312');
      const codePoint = character.codePointAt(0) ?? 0;
      // D7FA–D7FE are empty; iconv-lite knows the later GBK characters there, which are no hanzi, or none.
      if ([...character].length === 1 && /\p{Script=Han}/u.test(character)) found.add(codePoint);
    }
  }
  return found;
}

export const level1 = (): Set<number> => gb2312Hanzi(LEVEL_1);

const level2 = (): Set<number> => gb2312Hanzi(LEVEL_2);

/** Letters, digits, punctuation, arrows, full-width forms: what stands on every page. */
const isBasic = (codePoint: number): boolean =>
  codePoint < 0x250 ||
  (codePoint >= 0x2000 && codePoint < 0x2300) ||
  (codePoint >= 0x2460 && codePoint < 0x2474) ||
  (codePoint >= 0x25a0 && codePoint < 0x2700) ||
  (codePoint >= 0x3000 && codePoint < 0x3040) ||
  (codePoint >= 0xff00 && codePoint < 0xffef);

/** Noto's characters: what nearly every page needs, what many names need, and the rest by code point. */
export function sliceMain(covered: readonly number[]): FontSlice[] {
  const [first, second] = [level1(), level2()];
  const common = covered.filter((codePoint) => isBasic(codePoint) || first.has(codePoint));
  const names = covered.filter((codePoint) => !isBasic(codePoint) && second.has(codePoint));
  const rest = covered.filter((point) => !isBasic(point) && !first.has(point) && !second.has(point));
  return [{ name: 'common', codePoints: common }, { name: 'names', codePoints: names }, ...sliceRest(rest, 'more')];
}

/** Characters in order of code point, cut into slices. */
export function sliceRest(codePoints: readonly number[], name: string): FontSlice[] {
  const sorted = [...codePoints].sort((a, b) => a - b);
  return Array.from({ length: Math.ceil(sorted.length / SLICE_SIZE) }, (_, index) => ({
    name: `${name}-${index + 1}`,
    codePoints: sorted.slice(index * SLICE_SIZE, (index + 1) * SLICE_SIZE),
  }));
}
