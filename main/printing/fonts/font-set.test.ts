import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFontSet } from './font-set.ts';

describe('the shipped fonts as one', () => {
  test('a name runs through two fonts where it must', async () => {
    const runs = (await loadFontSet()).split('赵𬭚𮧵·明', 'regular');
    if (!runs.ok) throw new Error(runs.error);
    expect(runs.value.map(({ font, text }) => [font, text])).toEqual([
      ['NotoSansSC-Regular', '赵𬭚'],
      ['HanaMinB', '𮧵'],
      ['NotoSansSC-Regular', '·明'],
    ]);
    expect(runs.value.map(({ width }) => width)).toEqual([2, 1, 2]);
  });

  test('every hanzi of Ext A to F, and of the URO, is there: level 3 of GB 18030-2022 can be printed', async () => {
    const fonts = await loadFontSet();
    const covered = new Set([...fonts.font('NotoSansSC-Regular').characterSet, ...fonts.font('HanaMinB').characterSet]);
    // First and last of GB 18030-2022 4.2 and 4.3 in each block.
    const blocks = [
      [0x3400, 0x4db5],
      [0x4e00, 0x9fef],
      [0x20000, 0x2a6d6],
      [0x2a700, 0x2b734],
      [0x2b740, 0x2b81d],
      [0x2b820, 0x2cea1],
      [0x2ceb0, 0x2ebe0],
    ];
    for (const [first = 0, last = -1] of blocks) {
      const missing: string[] = [];
      for (let codePoint = first; codePoint <= last; codePoint++) {
        if (!covered.has(codePoint)) missing.push(codePoint.toString(16));
      }
      expect(missing).toEqual([]);
    }
  });

  test('bold has every character that regular has', async () => {
    const fonts = await loadFontSet();
    for (const codePoint of fonts.font('NotoSansSC-Regular').characterSet) {
      if (!fonts.font('NotoSansSC-Bold').hasGlyphForCodePoint(codePoint))
        throw new Error(`not in bold: ${codePoint.toString(16)}`);
    }
  });

  test('any string splits into runs that join to it, or is refused', async () => {
    const fonts = await loadFontSet();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const runs = fonts.split(text, 'bold');
        if (runs.ok) expect(runs.value.map((run) => run.text).join('')).toBe(text);
        else expect([...text].some((character) => fonts.advance(character, 'bold') === undefined)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
