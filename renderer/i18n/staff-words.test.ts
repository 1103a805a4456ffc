import { describe, expect, test } from 'vitest';
import { enStaff } from './en-staff.ts';
import { zhStaff } from './zh-staff.ts';

/** Every sentence below `words`, its blanks filled, with its path. */
function sentences(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'function') return [[path, String(words('3', 5, '9'))]];
  if (typeof words === 'string') return [[path, words]];
  return Object.entries(words ?? {}).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

const zh = sentences(zhStaff);
const en = sentences(enStaff);

describe('the words of the staff’s page', () => {
  test('both languages say the same things', () => {
    expect(en.map(([path]) => path).sort()).toEqual(zh.map(([path]) => path).sort());
  });

  test('no sentence is empty, and English has no hanzi, no full-width mark and no curly quote', () => {
    for (const [path, sentence] of [...zh, ...en]) expect(sentence.trim(), path).not.toBe('');
    for (const [path, sentence] of en)
      expect(sentence, path).not.toMatch(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef‘’“”]/u);
  });

  test('what stands on a small door fits there', () => {
    for (const word of Object.values(zhStaff.cellKinds)) expect(word.length).toBeLessThanOrEqual(2);
    for (const word of Object.values(enStaff.cellKinds)) expect(word.length).toBeLessThanOrEqual(5);
  });

  test('staff are never sent to the staff', () => {
    for (const sentence of Object.values(zhStaff.errors)) expect(sentence).not.toContain('工作人员');
    for (const sentence of Object.values(enStaff.errors)) expect(sentence).not.toMatch(/ask the staff/i);
  });
});
