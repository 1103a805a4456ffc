import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MORE_CANDIDATES_KEY } from '../../contract/catalogue/typing-keys.ts';
import type { Typed } from '../../contract/tiles.ts';
import { loadTyping } from './load-typing.ts';
import { type Keyboard, NOTHING_TYPED } from './typing.ts';

const typing = loadTyping(path.resolve(import.meta.dirname, '../../assets/typing/pinyin.json'));
const HANZI: Keyboard = { hanzi: true, maxLength: 20 };
const CAPITALS: Keyboard = { hanzi: false, maxLength: 20 };

const press = (keys: Iterable<string>, keyboard = HANZI, from = NOTHING_TYPED): Typed =>
  [...keys].reduce((typed, key) => typing.press(typed, key, keyboard), from);

const take = (typed: Typed, text: string, keyboard = HANZI): Typed => {
  expect(typed.candidates).toContain(text);
  return typing.take(typed, typed.candidates.indexOf(text), keyboard);
};

describe('what is offered', () => {
  test.each([
    ['yxgs', '有限公司'],
    ['youxiangongsi', '有限公司'],
    ['youxgongs', '有限公司'],
    ['pudongxinqu', '浦东新区'],
    ['fxq', '奉贤区'],
    ['wang', '王'],
    ['lv', '吕'],
    ['gongjijin', '公积金'],
    ['yinhang', '银行'],
    ['chongqing', '重庆'],
    ['yangbenlu', '样本路'],
  ])('%s: %s is the first', (letters, hanzi) => expect(press(letters).candidates[0]).toBe(hanzi));

  test.each([
    ['shh', '上海'],
    ['wangg', '王'],
    ['yue', '玥'],
    ['chun', '𬭚'],

    ['zh', '中'],
    ['shan', '单'],
    ['lu', '吕'],
    ['ou', '区'],
    ['long', '弄'],
    ['nong', '弄'],
    ['hao', '号'],
    ['shi', '室'],
    ['wangguilan', '王桂兰'],
  ])('%s: %s is among them', (letters, hanzi) => expect(press(letters).candidates).toContain(hanzi));

  test('at most 30, each once, and single characters beside words', () => {
    for (const letters of ['y', 'yi', 'sh', 'wg', 'zhyxgs']) {
      const { candidates } = press(letters);
      expect(candidates.length).toBeLessThanOrEqual(30);
      expect(new Set(candidates).size).toBe(candidates.length);
      expect(candidates.filter((text) => text.length === 1).length).toBeGreaterThan(5);
    }
  });

  test('a character far behind is found on a later page, and after the last page comes the first', () => {
    const first = press('yi');
    expect(first.candidates).not.toContain('翳');
    const pages = [first];
    for (let typed = press([MORE_CANDIDATES_KEY], HANZI, first); ; typed = press([MORE_CANDIDATES_KEY], HANZI, typed)) {
      if (typed.candidates[0] === first.candidates[0]) break;
      pages.push(typed);
    }
    const page = pages.find(({ candidates }) => candidates.includes('翳'));
    expect(page && take(page, '翳')).toEqual({ text: '翳', composing: '', candidates: [] });
  });

  test('letters that are no pinyin stay, with nothing that covers them', () => {
    expect(press('vvv')).toEqual({ text: '', composing: 'vvv', candidates: [] });
  });
});

describe('taking one', () => {
  test('uses up the letters it stands for, and goes on with the others', () => {
    const typed = take(press('wangguilan'), '王');
    expect(typed).toMatchObject({ text: '王', composing: 'guilan' });
    expect(take(take(typed, '桂'), '兰')).toEqual({ text: '王桂兰', composing: '', candidates: [] });
  });

  test('a space takes the first; without letters it is a space', () => {
    expect(press('shanghai a')).toMatchObject({ text: '上海', composing: 'a' });
    expect(press('1 2').text).toBe('1 2');
  });

  test.each([-1, 30, 99, 0.5, Number.NaN])('index %s is not there: nothing changes', (index) => {
    const typed = press('wang');
    expect(typing.take(typed, index, HANZI)).toEqual(typed);
  });

  test('what was never offered is not taken', () => {
    const forged = { text: '', composing: 'wang', candidates: ['李'] };
    expect(typing.take(forged, 0, HANZI)).toEqual(forged);
  });
});

describe('other keys', () => {
  test('digits, marks, capitals and hanzi go straight to the text, before letters under way, which stay', () => {
    expect(press('12-3（A𬭚沪').text).toBe('12-3（A𬭚沪');
    expect(press('lu5')).toMatchObject({ text: '5', composing: 'lu' });
    expect(take(press('lu5'), '路').text).toBe('5路');
  });

  test.each(['', 'ab', '\n', '\u0000', '\u202e', '\ud83d', 'Delete'])('%j is no key', (key) => {
    const typed = press('lu5');
    expect(typing.press(typed, key, HANZI)).toEqual(typed);
    expect(typing.press(typed, key, CAPITALS)).toEqual(typed);
  });

  test('delete takes the last letter, then whole characters; clear takes all', () => {
    const typed = press('𬭚1wa');
    expect(press(['delete'], HANZI, typed)).toMatchObject({ text: '𬭚1', composing: 'w' });
    expect(press(['delete', 'delete', 'delete'], HANZI, typed)).toEqual({ ...NOTHING_TYPED, text: '𬭚' });
    expect(press(['delete', 'delete', 'delete', 'delete', 'delete'], HANZI, typed)).toEqual(NOTHING_TYPED);
    expect(press(['clear'], HANZI, typed)).toEqual(NOTHING_TYPED);
  });

  test('without hanzi letters become capitals', () => {
    expect(press('沪ad1x', CAPITALS)).toEqual({ ...NOTHING_TYPED, text: '沪AD1X' });
  });
});

describe('a field that is nearly full', () => {
  const three: Keyboard = { hanzi: true, maxLength: 3 };
  test('offers only what fits', () => {
    const { candidates } = press('12yxgs', three);
    expect(candidates.length).toBeGreaterThan(0);
    expect(candidates.filter((text) => [...text].length > 1)).toEqual([]);
  });
  test('keeps one place for the letters under way', () => {
    expect(press('12w3', three)).toMatchObject({ text: '12', composing: 'w' });
  });
  test('takes no letters when it is full', () => {
    expect(press('123w', three)).toEqual({ ...NOTHING_TYPED, text: '123' });
  });
});

describe('any keys in any order', () => {
  const anyKey = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz') },
    { weight: 2, arbitrary: fc.constantFrom('delete', 'clear', ' ', MORE_CANDIDATES_KEY, '5', '𬭚') },
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const anyStep = fc.oneof(
    { weight: 4, arbitrary: anyKey.map((key) => ({ key })) },
    fc.nat(40).map((index) => ({ index })),
  );
  const anyKeyboard = fc.record({ hanzi: fc.boolean(), maxLength: fc.integer({ min: 1, max: 8 }) });

  test('the text is never too long, candidates never too many, and delete always shrinks', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), anyKeyboard, (steps, keyboard) => {
        let typed = NOTHING_TYPED;
        for (const step of steps) {
          typed = 'key' in step ? typing.press(typed, step.key, keyboard) : typing.take(typed, step.index, keyboard);
          expect([...typed.text].length).toBeLessThanOrEqual(keyboard.maxLength);
          expect(typed.candidates.length).toBeLessThanOrEqual(30);
          expect(typed.composing).toMatch(keyboard.hanzi ? /^[a-z]{0,40}$/ : /^$/);
          const { text, composing } = typing.press(typed, 'delete', keyboard);
          const before = [...typed.text].length + typed.composing.length;
          expect([...text].length + composing.length).toBe(Math.max(0, before - 1));
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('a file that is not there is said at once', () => {
  expect(() => loadTyping(path.join(import.meta.dirname, 'no-such-file.json'))).toThrow('no-such-file');
});
