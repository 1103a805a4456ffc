import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodePickupCode, mod3736, readPickupCode } from './pickup-code.ts';

const DIGITS = fc.stringMatching(/^[0-9]{12}$/);
const CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

test('the check character is that of ISO 7064 MOD 37,36: the example of the Global Release Identifier', () => {
  expect(mod3736('A12425GABC1234002')).toBe('M');
});

test('what was encoded is read again', () => {
  fc.assert(
    fc.property(DIGITS, (digits) => {
      expect(readPickupCode(encodePickupCode(digits))).toEqual({ type: 'digits', digits });
    }),
  );
});

test('one wrong character anywhere is found', () => {
  fc.assert(
    fc.property(DIGITS, fc.nat(15), fc.constantFrom(...CHARACTERS), (digits, at, character) => {
      const code = encodePickupCode(digits);
      fc.pre(code[at] !== character);
      expect(readPickupCode(code.slice(0, at) + character + code.slice(at + 1)).type).not.toBe('digits');
    }),
  );
});

describe('what is no pick-up code', () => {
  const code = encodePickupCode('000000000000');
  test.each([
    ['a character too many', `${code}0`, 'wrong'],
    ['one too few', code.slice(0, -1), 'wrong'],
    ['a later version', `TB2${code.slice(3)}`, 'wrong'],
    ['small letters', code.toLowerCase(), 'other'],
    ['full-width digits', code.replaceAll('0', '０'), 'wrong'],
    ['a line end', `${code}\n`, 'wrong'],
    ['something before it', ` ${code}`, 'other'],
    ['nothing', '', 'other'],
  ])('%s', (_what, text, type) => {
    expect(readPickupCode(text).type).toBe(type);
  });

  test.each(['', '12345678901', '1234567890123', '12345678901a', '１２３４５６７８９０１２'])(
    'no digits to encode: "%s"',
    (digits) => {
      expect(() => encodePickupCode(digits)).toThrow(RangeError);
    },
  );
});
