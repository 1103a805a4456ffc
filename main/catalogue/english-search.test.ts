import { describe, expect, test } from 'vitest';
import { createEnglishSearch } from './english-search.ts';
import { seedCatalogue } from './testing.ts';

const { items, byCode } = seedCatalogue();
const search = createEnglishSearch(items);
const names = (text: string) => search.find(text, 10).hits.map(({ code }) => byCode(code)?.name.en ?? '');

describe('items by their English names', () => {
  test('by unfinished words, typed without spaces, and the found part is named', () => {
    const [first] = search.find('residencep', 5).hits;
    expect(first?.matched.text.toLowerCase()).toContain('residence p');
    const [[from, to] = [0, 0]] = first?.matched.ranges ?? [];
    expect(first?.matched.text.slice(from, to).toLowerCase()).toBe('residence p');
  });

  test('only where a word begins', () => {
    for (const name of names('ension')) expect(name.toLowerCase()).toMatch(/\bension/);
    expect(names('pension').length).toBeGreaterThan(3);
  });

  test('names that begin so come first', () => {
    const found = names('medical').map((name) => name.toLowerCase().startsWith('medical'));
    expect(found.lastIndexOf(true)).toBeLessThan(found.includes(false) ? found.indexOf(false) : found.length);
  });

  test.each(['', 'a', '医保', '医保account', '((((', '\ud800'])('%j finds nothing and does not throw', (text) => {
    expect(search.find(text, 10)).toEqual({ hits: [], total: 0 });
  });
});

describe('a person who reads English', () => {
  test('finds by English words first, one who reads Chinese by pinyin first', () => {
    const pinyin = { code: items[0]?.code ?? '', matched: { in: 'name' as const, text: 'x', ranges: [] } };
    const catalogue = seedCatalogue({ find: () => ({ hits: [pinyin], total: 1 }) });
    const english = catalogue.search('pension', 500, 'en');
    expect(english.hits[0]?.matched.text.toLowerCase()).toContain('pension');
    expect(english.hits.some(({ code }) => code === pinyin.code)).toBe(true);
    expect(catalogue.search('pension', 10, 'zh-CN').hits).toEqual([pinyin]);
  });
});
