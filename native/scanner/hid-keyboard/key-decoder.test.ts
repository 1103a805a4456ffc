import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_CODE_BYTES } from '../decode-text.ts';
import { createKeyDecoder, type KeyEvent } from './key-decoder.ts';

const NONE = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0);
const press = (usage: number, modifiers = 0): Uint8Array[] => [Uint8Array.of(modifiers, 0, usage, 0, 0, 0, 0, 0), NONE];
const ENTER = press(0x28);
const SHIFT = 0x02;

function decode(reports: readonly Uint8Array[]): KeyEvent[] {
  const decoder = createKeyDecoder();
  return [...reports.map((report) => decoder.push(report)), decoder.flush()].filter((event) => event !== undefined);
}

describe('keys that type', () => {
  test.each([
    ['letters', [...press(0x04), ...press(0x1d)], 'az'],
    ['capitals, with either Shift', [...press(0x04, SHIFT), ...press(0x05, 0x20)], 'AB'],
    ['digits, and what stands above them', [...press(0x1e), ...press(0x27), ...press(0x1e, SHIFT)], '10!'],
    [
      'an address',
      [
        ...press(0x0b),
        ...press(0x33, SHIFT),
        ...press(0x38),
        ...press(0x38),
        ...press(0x37),
        ...press(0x38, SHIFT),
        ...press(0x2e),
        ...press(0x23, SHIFT),
      ],
      'h://.?=^',
    ],
    ['one letter twice', [...press(0x04), ...press(0x04)], 'aa'],
    ['keys that overlap', [Uint8Array.of(0, 0, 4, 0, 0, 0, 0, 0), Uint8Array.of(0, 0, 4, 5, 0, 0, 0, 0), NONE], 'ab'],
    ['numbered reports', press(0x04).map((report) => Uint8Array.of(1, ...report)), 'a'],
  ])('%s', (_what, reports, text) => {
    expect(decode([...reports, ...ENTER])).toEqual([{ type: 'code', text }]);
  });

  test('Enter alone is no code', () => {
    expect(decode([...ENTER, ...ENTER])).toEqual([]);
  });
});

describe('a code that tries to use the machine is void as a whole, and the next one is read', () => {
  test.each([
    ['Windows and R', press(0x15, 0x08)],
    ['Alt and F4', press(0x3d, 0x04)],
    ['Ctrl and W', press(0x1a, 0x01)],
    ['right Alt', press(0x04, 0x40)],
    ['Ctrl, Alt and Delete', press(0x4c, 0x05)],
    ['Shift and Windows', press(0x04, 0x0a)],
    ['the Windows key alone', [Uint8Array.of(0x08, 0, 0, 0, 0, 0, 0, 0), NONE]],
    ['F1', press(0x3a)],
    ['Escape', press(0x29)],
    ['Tab', press(0x2b)],
    ['Caps Lock', press(0x39)],
    ['the key for print and SysRq', press(0x46)],
    ['a digit of the keypad', press(0x59)],
    ['too many keys at once', [Uint8Array.of(0, 0, 1, 1, 1, 1, 1, 1), NONE]],
  ])('%s', (_what, keys) => {
    const text = [...press(0x04), ...keys, ...press(0x05), ...ENTER];
    expect(decode([...text, ...press(0x06), ...ENTER])).toEqual([
      { type: 'refused', reason: 'keys' },
      { type: 'code', text: 'c' },
    ]);
  });
});

describe('what is broken', () => {
  test.each([
    ['a report of another length', [Uint8Array.of(1, 2, 3), ...ENTER], 'notDecodable'],
    ['a key with Enter in one report', [Uint8Array.of(0, 0, 4, 0x28, 0, 0, 0, 0), NONE], 'notDecodable'],
    ['no Enter', press(0x04), 'incomplete'],
    [
      'longer than any code',
      [...Array.from({ length: LONGEST_CODE_BYTES + 1 }, () => press(0x04)).flat(), ...ENTER],
      'tooLong',
    ],
  ])('%s', (_what, reports, reason) => {
    expect(decode(reports)).toEqual([{ type: 'refused', reason }]);
  });

  test('any reports at all: no throw, no control character, no line longer than a code', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 10 }), { maxLength: 300 }), (reports) => {
        for (const event of decode(reports)) if (event.type === 'code') expect(event.text).toMatch(/^[ -~]+$/);
      }),
    );
  });

  test('any presses of keys at all: the same', () => {
    const keys = fc.tuple(fc.nat(255), fc.nat(255)).map(([usage, modifiers]) => press(usage, modifiers & 0x23));
    fc.assert(
      fc.property(fc.array(fc.oneof(keys, fc.constant(ENTER)), { maxLength: 200 }), (all) => {
        for (const event of decode(all.flat())) if (event.type === 'code') expect(event.text).toMatch(/^[ -~]+$/);
      }),
    );
  });
});
