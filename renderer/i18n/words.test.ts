import { describe, expect, test } from 'vitest';
import { deviceNameSchema, deviceStateSchema } from '../../contract/device-status.ts';
import { ERROR_CODES, ERRORS } from '../../contract/errors.ts';
import { nextStepWords } from '../resident/trouble-words.ts';
import { en } from './en.ts';
import { wordsOf } from './words.ts';
import { zh } from './zh.ts';

/** Every sentence with its blanks filled in. */
function sentences(words: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) => {
    const filled = typeof value === 'function' ? value(3, 5, 9) : value;
    return [filled].flat().map((sentence): [string, string] => [key, String(sentence)]);
  });
}

const HANZI = /\p{Script=Han}/u;
/** Say their own name in the other language on purpose. */
const OTHER_LANGUAGE = ['otherLanguage', 'attractSecond'];

describe('the dictionary', () => {
  test('both languages have the same sentences, and lists of the same length', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      if (Array.isArray(zh[key])) expect(en[key], key).toHaveLength(zh[key].length);
    }
  });

  test('every place for a device, and every state of one, has its words', () => {
    expect(zh.deviceNames).toHaveLength(deviceNameSchema.options.length);
    expect(zh.deviceStates).toHaveLength(deviceStateSchema.options.length);
  });

  test('no sentence is empty', () => {
    for (const words of [zh, en]) {
      for (const [key, sentence] of sentences(words)) expect(sentence.trim(), key).not.toBe('');
    }
  });

  test('no Chinese is left in English, and Chinese is Chinese', () => {
    for (const [key, sentence] of sentences(en)) {
      if (!OTHER_LANGUAGE.includes(key)) expect(sentence, key).not.toMatch(HANZI);
    }
    for (const [key, sentence] of sentences(zh)) {
      if (!OTHER_LANGUAGE.includes(key)) expect(sentence, key).toMatch(HANZI);
    }
  });

  test('English has no full-width punctuation and no ideographic space', () => {
    for (const [key, sentence] of sentences(en)) {
      if (!OTHER_LANGUAGE.includes(key)) expect(sentence, key).not.toMatch(/[\u3000-\u303f\uff00-\uffef]/);
    }
  });

  test('nothing is said of lamps or sounds, which the machine does not have', () => {
    const all = [...sentences(zh), ...sentences(en)].map(([, sentence]) => sentence);
    for (const { resident } of Object.values(ERRORS)) all.push(resident.zh, resident.en);
    for (const sentence of all) expect(sentence).not.toMatch(/亮|听到|提示音|\blit\b|\blight\b|\bbeep\b/);
  });

  test('another card in the middle of a visit, and a silent printer, have words of their own', () => {
    expect(nextStepWords('card.changed', zh, '12345')).toBe(zh.cardChangedDo);
    expect(nextStepWords('printer.offline', zh, '12345')).toBe(zh.nextWaitPrinter);
  });

  test('every error has a next step in both languages', () => {
    for (const code of ERROR_CODES) {
      expect(nextStepWords(code, zh, '12345'), code).toMatch(HANZI);
      expect(nextStepWords(code, wordsOf('en'), '12345'), code).not.toMatch(HANZI);
      expect(ERRORS[code].resident.en).not.toMatch(HANZI);
    }
  });
});
