import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, widthOf } from './line-breaks.ts';

const measure = (character: string): number => ((character.codePointAt(0) ?? 0) < 0x3000 ? 0.5 : 1);

describe('line breaks', () => {
  test('a closing mark does not begin a line, an opening mark does not end one', () => {
    expect(breakLines('一二三四，五六', 4, measure)).toEqual(['一二三', '四，五六']);
    expect(breakLines('一二三（五六）', 4, measure)).toEqual(['一二三', '（五六）']);
  });

  test('numbers and words stay whole where a line is long enough', () => {
    expect(breakLines('金额1,234.56元', 5, measure)).toEqual(['金额', '1,234.56元']);
    expect(breakLines('周六 8:30–16:30', 5, measure)).toEqual(['周六', '8:30–16:30']);
  });

  test('a telephone or hours with a mark behind them are not cut where they alone fit', () => {
    expect(breakLines('021-58791234，见后', 6, measure)).toEqual(['021-58791234', '，见后']);
    expect(breakLines('8:30–11:30、13:30–16:30', 5.5, measure)).toEqual(['8:30–11:30', '、', '13:30–16:30']);
    expect(breakLines('021-58791234/58795678', 7, measure)).toEqual(['021-58791234/', '58795678']);
  });

  test('line ends are kept, empty text is one line', () => {
    expect(breakLines('甲\n\n乙', 9, measure)).toEqual(['甲', '', '乙']);
    expect(breakLines('', 9, measure)).toEqual(['']);
  });

  test('any text at any width: no line too wide, nothing but spaces lost', () => {
    const character = fc.oneof(
      fc.constantFrom(...'一二，。（）“”A1-., \n\u3000𠅤·'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    const text = fc.array(character, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (input, width) => {
        const lines = breakLines(input, width, measure);
        for (const line of lines) expect(widthOf(line, measure)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(input.replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });
});
