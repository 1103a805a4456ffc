import iconv from 'iconv-lite';

const CELLS = 94;
const FIRST_ROW = 16;
const FIRST_ROW_OF_LEVEL_2 = 56;
const LAST_ROW = 87;

const rows = (from: number, to: number): string[] =>
  Array.from({ length: (to - from + 1) * CELLS }, (_, index) =>
    iconv.decode(Buffer.from([0xa0 + from + Math.floor(index / CELLS), 0xa1 + (index % CELLS)]), 'gb2312'),
  ).filter((text) => /^\p{Script=Han}$/u.test(text));

/** 3,755 characters in everyday use, by their pinyin. */
export const level1 = (): string[] => rows(FIRST_ROW, FIRST_ROW_OF_LEVEL_2 - 1);
/** 3,008 more, by their radicals. */
export const level2 = (): string[] => rows(FIRST_ROW_OF_LEVEL_2, LAST_ROW);
