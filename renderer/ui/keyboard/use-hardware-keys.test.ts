import { describe, expect, test } from 'vitest';
import { hardwareKey } from './use-hardware-keys.ts';

const LETTERS = /^[a-zA-Z0-9]$/;
const plain = { ctrlKey: false, altKey: false, metaKey: false, isComposing: false };

describe('a keyboard that is plugged in', () => {
  test.each([
    ['a', 'a'],
    ['7', '7'],
    ['Backspace', 'delete'],
    ['Delete', 'clear'],
  ])('%s types %s', (key, typed) => {
    expect(hardwareKey({ ...plain, key }, LETTERS)).toBe(typed);
  });

  test.each(['Tab', 'Enter', ' ', 'Escape', 'F5', 'ArrowDown', '中'])('%s keeps its own meaning', (key) => {
    expect(hardwareKey({ ...plain, key }, LETTERS)).toBeUndefined();
  });

  test('a shortcut of the browser is no typing', () => {
    expect(hardwareKey({ ...plain, key: 'r', ctrlKey: true }, LETTERS)).toBeUndefined();
    expect(hardwareKey({ ...plain, key: 'a', isComposing: true }, LETTERS)).toBeUndefined();
  });
});
