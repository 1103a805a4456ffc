import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedCharacters } from './characters.ts';
import { createSearch } from './create-search.ts';
import { plainScan, plainScanOneEdit } from './plain-scan.ts';
import { SAMPLE_ITEMS } from './sample-items.ts';

const search = createSearch(SAMPLE_ITEMS);
const ALL = Number.POSITIVE_INFINITY;
const codes = (text: string): string[] => search.find(text, ALL).hits.map(({ code }) => code);
const item = fc.constantFrom(...SAMPLE_ITEMS);
const name = item.chain((source) => fc.constantFrom(...source.names).map((one) => ({ code: source.code, one })));

/** A piece of a name, each character typed in one of the ways that it can be. */
const typedPiece = name.chain(({ one }) => {
  const { characters, readings } = one.spelling;
  return fc
    .record({
      from: fc.nat({ max: Math.max(0, characters.length - 1) }),
      length: fc.integer({ min: 1, max: 8 }),
      ways: fc.array(fc.record({ way: fc.nat({ max: 3 }), reading: fc.nat({ max: 3 }) }), {
        minLength: 8,
        maxLength: 8,
      }),
      cut: fc.nat({ max: 2 }),
    })
    .map(({ from, length, ways, cut }) => {
      const typed = characters.slice(from, from + length).map((character, at) => {
        const all = readings[from + at] ?? [];
        const reading = all[(ways[at]?.reading ?? 0) % all.length] ?? '';
        return [character, reading, reading.slice(0, 1), reading][ways[at]?.way ?? 0] ?? '';
      });
      const text = typed.join('');
      return text.slice(0, Math.max(1, text.length - cut));
    });
});

/** Letters that stand in no name as whole syllables or first letters alone: then one edit is asked for, too. */
const mayBeChance = (text: string): boolean =>
  /^[a-z\d]+$/.test(text) &&
  !SAMPLE_ITEMS.some(({ names }) =>
    names.some(({ spelling: { readings } }) =>
      readings.some((_, from) => {
        const read = readings.slice(from).map(([first = '']) => first);
        const initials = read.map((reading) => reading.charAt(0)).join('');
        return read.join('').startsWith(text) || initials.startsWith(text);
      }),
    ),
  );

describe('search', () => {
  it('finds every item first by its own full name', () => {
    for (const { code, names } of SAMPLE_ITEMS) expect(search.find(names[0]?.text ?? '', 1).hits[0]?.code).toBe(code);
  });

  it('finds every item by the first letters and by the pinyin of each of its names', () => {
    for (const { code, names } of SAMPLE_ITEMS) {
      for (const { spelling } of names) {
        const read = spelling.readings.map(([reading = '']) => reading);
        expect(codes(read.map((reading) => reading.charAt(0)).join(''))).toContain(code);
        expect(codes(read.join(''))).toContain(code);
      }
    }
  });

  it('misses nothing that the plain scan finds, and finds nothing else where that finds enough', () => {
    fc.assert(
      fc.property(typedPiece, (text) => {
        const expected = plainScan(SAMPLE_ITEMS, countedCharacters(text.slice(0, 64), 64).characters);
        const found = codes(text);
        expect(found).toEqual(expect.arrayContaining([...expected]));
        if (expected.size >= 3 && !mayBeChance(text)) expect(found).toHaveLength(expected.size);
        // What is exact comes first.
        expect(new Set(found.slice(0, expected.size))).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('misses nothing that is one edit away, where nothing is exact', () => {
    const edit = fc.record({
      at: fc.nat({ max: 20 }),
      kind: fc.nat({ max: 3 }),
      letter: fc.constantFrom(...'abcdeghijlnuxyz'),
    });
    fc.assert(
      fc.property(name, edit, ({ one }, { at, kind, letter }) => {
        const letters = one.spelling.readings
          .map(([reading = '']) => reading)
          .join('')
          .slice(0, 24);
        const place = at % letters.length;
        const [before, here, after] = [letters.slice(0, place), letters.charAt(place), letters.slice(place + 1)];
        const typed =
          [
            before + after,
            before + letter + here + after,
            before + letter + after,
            before + after.charAt(0) + here + after.slice(1),
          ][kind] ?? '';
        if (typed.length < 4 || plainScan(SAMPLE_ITEMS, [...typed]).size > 0) return;
        expect(codes(typed)).toEqual(expect.arrayContaining([...plainScanOneEdit(SAMPLE_ITEMS, typed)]));
      }),
      { numRuns: 400 },
    );
  });

  it('answers anything, the same each time, with ranges inside the text', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'医保社卡zhsclnagie1 ，.*+?^$()[]\\|\ud800\udc00😀\u0000\n') }),
      typedPiece,
    );
    fc.assert(
      fc.property(odd, (text) => {
        const found = search.find(text, 20);
        expect(search.find(text, 20)).toEqual(found);
        expect(found.total).toBeGreaterThanOrEqual(found.hits.length);
        for (const { matched } of found.hits) {
          let last = -1;
          for (const [from, to] of matched.ranges) {
            expect(from).toBeGreaterThan(last);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(matched.text.length);
            last = to;
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a', 'a'],
    ['医', '医'],
    ['zh', 'zh'],
    ['emoji', '😀'],
    ['half surrogates', '\ud83d'],
    ['combining marks', 'a\u0301\u0301'],
    ['a ligature that becomes eighteen letters', 'ﷺ'],
  ])('answers ten megabytes of %s', (_, text) => {
    const huge = text.repeat(10_000_000 / text.length);
    expect(search.find(huge, 5)).toEqual(search.find(huge.slice(0, 64), 5));
  });
});
