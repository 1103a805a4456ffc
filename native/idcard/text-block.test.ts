import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityCardSchema } from '../../contract/identity-card.ts';
import { encodeTextBlock } from './simulator/encode-text-block.ts';
import { decodeTextBlock } from './text-block.ts';
import { TEXT_BLOCK_VECTORS } from './text-block-vectors.ts';

const [resident] = TEXT_BLOCK_VECTORS;
if (!resident) throw new Error('no vectors');

/** The resident vector with other bytes at an offset; text is padded by nothing. */
function changed(offset: number, content: string | Uint8Array): Uint8Array {
  const bytes = resident?.bytes.slice() ?? new Uint8Array(256);
  bytes.set(typeof content === 'string' ? Buffer.from(content, 'utf16le') : content, offset);
  return bytes;
}

describe('text block', () => {
  it.each(TEXT_BLOCK_VECTORS)('golden bytes of $card.kind are read', ({ bytes, card }) => {
    expect(decodeTextBlock(bytes)).toEqual({ ok: true, value: { card, replacedCharacters: 0 } });
    expect(identityCardSchema.parse(card)).toEqual(card);
  });

  it.each(TEXT_BLOCK_VECTORS)('golden bytes of $card.kind are what the simulator writes', ({ bytes, card }) => {
    expect(Buffer.from(encodeTextBlock(card)).toString('hex')).toBe(Buffer.from(bytes).toString('hex'));
  });

  it.each([
    ['an unknown type flag', changed(248, 'X'), 'card.unsupported'],
    ['a flag without the layout that belongs to it', changed(248, 'I'), 'card.unsupported'],
    ['a sex code outside GB/T 2261.1', changed(30, '5'), 'card.unsupported'],
    ['a date with letters', changed(36, 'ABCDEFGH'), 'card.unsupported'],
    ['a number with hanzi', changed(122, '号'), 'card.unsupported'],
    ['255 bytes', resident.bytes.slice(0, 255), 'card.unsupported'],
    ['a number whose check character is wrong', changed(156, '6'), 'card.invalid'],
    ['a number that is too short', changed(156, ' '), 'card.invalid'],
    ['the 30th of February', changed(36, '19850230'), 'card.invalid'],
    ['month 13', changed(36, '19851301'), 'card.invalid'],
    ['no birth date', changed(36, ' '.repeat(8)), 'card.invalid'],
    ['no name', changed(0, ' '.repeat(15)), 'card.invalid'],
    ['an end that is no date', changed(204, '短期'), 'card.unsupported'],
    ['an end that is no day', changed(204, '20340931'), 'card.invalid'],
  ])('%s is refused', (_, bytes, error) => {
    expect(decodeTextBlock(bytes)).toEqual({ ok: false, error });
  });

  it.each([
    ['an unpaired surrogate', Uint8Array.of(0x0b, 0xd8), '刘\u{FFFD}', 1],
    ['a private-use character nobody knows', Uint8Array.of(0x00, 0xe0), '刘\u{FFFD}', 1],
    ['a control character', Uint8Array.of(0x1b, 0x00), '刘\u{FFFD}', 1],
    ['a direction override', Uint8Array.of(0x2e, 0x20), '刘\u{FFFD}', 1],
    ['䶮 at its old private-use place', Uint8Array.of(0x63, 0xe8), '刘䶮', 0],
    ['龻 at its old private-use place', Uint8Array.of(0x64, 0xe8), '刘\u{9FBB}', 0],
    ['a pair beyond the BMP', Uint8Array.of(0x73, 0xd8, 0xda, 0xdf), '刘\u{2CFDA}', 0],
  ])('%s in a name is seen', (_, character, name, replacedCharacters) => {
    const decoded = decodeTextBlock(changed(2, character));
    expect(decoded).toMatchObject({ ok: true, value: { card: { name }, replacedCharacters } });
  });

  it('padding with NUL instead of spaces is cut off', () => {
    const decoded = decodeTextBlock(changed(4, new Uint8Array(26)));
    expect(decoded).toMatchObject({ ok: true, value: { card: { name: '刘䶮' } } });
  });

  it('an English name that is exactly as long as its first field is kept, a space at the break too', () => {
    const card = TEXT_BLOCK_VECTORS[3]?.card;
    if (!card) throw new Error('no vector');
    for (const englishName of ['A'.repeat(34), 'A'.repeat(35), `${'A'.repeat(34)} BCD`, `${'A'.repeat(35)} BCD`]) {
      expect(decodeTextBlock(encodeTextBlock({ ...card, englishName }))).toMatchObject({
        value: { card: { englishName } },
      });
    }
  });

  it('a foreigner without a Chinese name is greeted by the English one', () => {
    const card = TEXT_BLOCK_VECTORS[2]?.card;
    if (!card) throw new Error('no vector');
    const english = { ...card, name: 'TREMBLAY, MARIE ANNE' };
    expect(decodeTextBlock(encodeTextBlock(english))).toMatchObject({ ok: true, value: { card: english } });
  });

  it('any 256 bytes are a card that fits the contract, or refused', () => {
    const anyChange = fc.tuple(fc.nat(255), fc.uint8Array({ maxLength: 64 }), fc.constantFrom(...TEXT_BLOCK_VECTORS));
    fc.assert(
      fc.property(anyChange, ([offset, noise, { bytes }]) => {
        const block = bytes.slice();
        block.set(noise.subarray(0, 256 - offset), offset);
        const decoded = decodeTextBlock(block);
        if (decoded.ok) identityCardSchema.parse(decoded.value.card);
      }),
      { numRuns: 500 },
    );
  });
});
