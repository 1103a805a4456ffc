import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutDocument } from './lay-out-document.ts';
import { laidOut, withName, withRows } from './testing/laid-out.ts';
import { pagesAsText } from './testing/poppler.ts';
import { sampleRequest } from './testing/sample-request.ts';

describe('names', () => {
  test.each(['赵𬭚𫖯', '刘䶮', '𮧵𠅤', '阿卜杜热合曼·买买提', 'José Müller-Ñandú', '㐂〇龘'])(
    '%s can be copied out exactly',
    async (name) => {
      const { pdf } = await laidOut(withName(name));
      const [page = ''] = await pagesAsText(pdf);
      expect(page).toContain(name);
    },
  );

  test('characters that share one glyph in the font come out as different characters', async () => {
    const name = '一⼀·•一';
    await laidOut(withName('⼀•'));
    const [page = ''] = await pagesAsText((await laidOut(withName(name))).pdf);
    expect(page).toContain(name);
  });

  test('zero-width characters and byte order marks of other systems are not drawn', async () => {
    const [page = ''] = await pagesAsText((await laidOut(withName('\ufeff王\u200b小\u202e明\u{e0100}'))).pdf);
    expect(page).toContain('王小明');
  });
});

describe('a character that no font has', () => {
  test.each([
    ['in the name', withName('王\u{e000}')],
    ['half of a pair', withName('王\ud842')],
    ['a control character in a cell', withRows([{ what: '甲\u001b@乙' }])],
    ['in the site of the kiosk', sampleRequest(1, { kiosk: { id: '310120-0042', site: '站\u{10fffd}' } })],
  ])('%s: the document is refused', async (_where, request) => {
    expect(await layOutDocument(request)).toEqual({ ok: false, error: 'document.unprintableCharacter' });
  });
});

describe('any text', () => {
  test('of hanzi in any block comes out as it went in, from every cell', async () => {
    const hanzi = fc.oneof(
      fc.integer({ min: 0x3400, max: 0x4db5 }),
      fc.integer({ min: 0x4e00, max: 0x9fef }),
      fc.integer({ min: 0x20000, max: 0x2a6d6 }),
      fc.integer({ min: 0x2b820, max: 0x2cea1 }),
    );
    const word = fc.array(hanzi, { minLength: 1, maxLength: 8 }).map((points) => String.fromCodePoint(...points));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 20, maxLength: 20 }), async (words) => {
        const { pdf } = await laidOut(withRows(words.map((what, index) => ({ no: index, what }))));
        const text = (await pagesAsText(pdf)).join('');
        for (const what of words) expect(text).toContain(what);
      }),
      { numRuns: 5 },
    );
  });

  test('whatever it is, is laid out or refused, never thrown', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...'甲（）a1 \n\t\r\u0000\u200f\u0301\ud800\u{1f600}𠅤—％.'),
      maxLength: 400,
    });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, site, what) => {
        const request = {
          ...withRows([{ no: what, month: what, date: name, what, amount: site }]),
          kiosk: { id: '1', site },
        };
        const result = await layOutDocument({ ...request, holder: { name, idNumber: what } });
        if (result.ok) expect(result.value.pages).toBeGreaterThan(0);
        else expect(result.error).toBe('document.unprintableCharacter');
      }),
      { numRuns: 40 },
    );
  });
});
