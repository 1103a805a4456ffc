import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsOfText, printableText } from './gb18030.ts';
import { wrapColumns } from './wrap.ts';

it('no line is wider than the paper and no character is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 4, max: 48 }), (raw, columns) => {
      const text = printableText(raw);
      const lines = wrapColumns(text, columns);
      expect(lines.every((line) => columnsOfText(line) <= columns)).toBe(true);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

it.each([
  ['请带好您的身份证，谢谢。', 16, ['请带好您的身份', '证，谢谢。']],
  ['medical insurance', 10, ['medical', 'insurance']],
  ['0193a7c4-5e0f-7c3a-9b1d-2f6d8a4e7b10', 32, ['0193a7c4-5e0f-7c3a-9b1d-', '2f6d8a4e7b10']],
  ['（关港村）党群服务站', 8, ['（关港', '村）党群', '服务站']],
  ['', 10, ['']],
])('%s in %i columns', (text, columns, lines) => {
  expect(wrapColumns(text, columns)).toEqual(lines);
});
