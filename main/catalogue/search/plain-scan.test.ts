import { describe, expect, it } from 'vitest';
import { isOneEdit } from './plain-scan.ts';

describe('one edit', () => {
  it.each([
    ['', 'a', true],
    ['ab', 'ba', true],
    ['abc', 'ac', true],
    ['abc', 'axc', true],
    ['abc', 'cba', false],
    ['abcd', 'badc', false],
  ])('%s and %s: %s', (a, b, is) => expect(isOneEdit(a, b)).toBe(is));
});
