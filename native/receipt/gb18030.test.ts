import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { columnsOfText, encodeGb18030, graphemes, isRare, MOVED_IN_2022, printableText } from './gb18030.ts';

const PRIVATE = MOVED_IN_2022.map(([from]) => String.fromCodePoint(from));
const MOVED = MOVED_IN_2022.map(([, to]) => String.fromCodePoint(to));

describe('the 42 mappings that the 2022 edition changed', () => {
  // The runtime's own decoder follows the 2022 edition (ICU 73.2 and later); iconv-lite follows that of 2005.
  const edition2022 = new TextDecoder('gb18030');
  const swapped = MOVED_IN_2022.slice(0, 18);

  it('18 characters changed places with their private form: 36 codes', () => {
    for (const [privateUse, character] of swapped) {
      const [before, after] = [privateUse, character].map((code) => String.fromCodePoint(code));
      const twoBytes = iconv.encode(before ?? '', 'gb18030');
      const fourBytes = iconv.encode(after ?? '', 'gb18030');
      expect([twoBytes.length, fourBytes.length]).toEqual([2, 4]);
      expect(iconv.decode(twoBytes, 'gb18030')).toBe(before);
      expect(edition2022.decode(twoBytes)).toBe(after);
    }
  });

  it('the runtime knows no two-byte code beyond these 18 otherwise than iconv-lite', () => {
    const differing: number[] = [];
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        if (trail === 0x7f) continue;
        const code = Buffer.of(lead, trail);
        const old = iconv.decode(code, 'gb18030');
        if (old !== edition2022.decode(code)) differing.push(old.codePointAt(0) ?? 0);
      }
    }
    expect(differing.sort()).toEqual(swapped.map(([privateUse]) => privateUse).sort());
  });

  it('none of them is ever sent as text: all 24 characters are drawn', () => {
    expect(MOVED_IN_2022).toHaveLength(24);
    expect([...PRIVATE, ...MOVED].filter((character) => !isRare(character))).toEqual([]);
    expect(PRIVATE.map(printableText)).toEqual(MOVED);
  });
});

describe('which characters the printer can be trusted with', () => {
  it.each([...'王桂兰李建国A0~·“”—。，《》　￥─〇é'])('%s: text', (character) => {
    expect(isRare(character)).toBe(false);
  });
  it.each([...'𬭚𫖯䶮𮧵𠅤㐂€龴ǹ', 'e\u0301', '👩‍👧', '葛\u{e0100}'])('%s: drawn', (character) => {
    expect(graphemes(character)).toHaveLength(1);
    expect(isRare(character)).toBe(true);
  });
});

describe('text that came from outside', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 40 });
  const withControls = fc
    .array(fc.oneof(anything, fc.constantFrom('\x1b@', '\x1dV\x00', '\x10\x04\x01', '\r', '\u202e', '\x9b')))
    .map((parts) => parts.join(''));

  it('loses its control and direction characters and nothing that can be read', () => {
    fc.assert(
      fc.property(withControls, (text) => {
        expect(printableText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
    expect(printableText('王\x1b@桂\r\n兰\u202e 1')).toBe('王@桂兰 1');
    expect(printableText('\ud800')).toBe('\ufffd');
  });

  it('becomes bytes without a control byte, two to a hanzi', () => {
    fc.assert(
      fc.property(withControls, (text) => {
        const sent = graphemes(printableText(text)).filter((character) => !isRare(character));
        for (const character of sent) {
          const bytes = encodeGb18030(character);
          expect(bytes).toHaveLength(columnsOfText(character));
          expect(bytes.every((byte) => byte >= 0x20 && byte !== 0x7f)).toBe(true);
        }
      }),
    );
  });

  it('that was not cleaned is refused as a bug', () => {
    expect(() => encodeGb18030('王\x1b')).toThrow();
  });
});
