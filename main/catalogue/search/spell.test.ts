import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spell } from './spell.ts';

const first = (text: string): string =>
  spell(text)
    .readings.map(([reading]) => reading)
    .join(' ');
const readingsOf = (text: string, character: string): readonly string[] => {
  const { characters, readings } = spell(text);
  return readings[characters.indexOf(character)] ?? [];
};

describe('spell', () => {
  it.each([
    ['银行', 'yin hang'],
    ['特种行业', 'te zhong hang ye'],
    ['行政许可', 'xing zheng xu ke'],
    ['重庆', 'chong qing'],
    ['重大疾病', 'zhong da ji bing'],
    ['长期护理', 'chang qi hu li'],
    ['家长', 'jia zhang'],
    ['参保', 'can bao'],
    ['人参', 'ren shen'],
    ['单位', 'dan wei'],
    ['会计', 'kuai ji'],
    ['社会', 'she hui'],
    ['公积金还款', 'gong ji jin huan kuan'],
    ['调解', 'tiao jie'],
    ['调查', 'diao cha'],
    ['给付', 'ji fu'],
    ['户口', 'hu kou'],
    ['音乐', 'yin yue'],
  ])('reads %s in its word: %s', (text, reading) => expect(first(text)).toBe(reading));

  it.each([
    ['银行', '行', ['hang', 'xing']],
    ['行政', '行', ['xing', 'hang']],
    ['重庆', '重', ['chong', 'zhong']],
    ['人参', '参', ['shen', 'can', 'cen']],
    ['单位', '单', ['dan', 'shan']],
    ['户口', '户', ['hu']],
  ])('keeps the other readings: in %s, %s', (text, character, readings) =>
    expect(readingsOf(text, character)).toEqual(readings),
  );

  it('takes ü as v and as u', () => {
    expect(readingsOf('律师', '律')).toEqual(['lv', 'lu']);
    expect(readingsOf('女儿', '女')).toEqual(['nv', 'nu']);
    expect(readingsOf('侵略', '略')).toEqual(['lve', 'lue']);
  });

  it('reads letters and digits as themselves, wide ones too', () => {
    expect(spell('Ａ2 ktV')).toEqual({
      characters: ['a', '2', 'k', 't', 'v'],
      readings: [['a'], ['2'], ['k'], ['t'], ['v']],
      offsets: [0, 1, 3, 4, 5],
    });
  });

  it('leaves marks out and counts offsets in UTF-16', () => {
    const { characters, offsets } = spell('𬭚（卡）😀a');
    expect(characters).toEqual(['𬭚', '卡', 'a']);
    expect(offsets).toEqual([0, 3, 7]);
  });

  it('does not read a word over a mark', () => expect(first('银、行政')).toBe('yin xing zheng'));

  it('survives other scripts and half surrogates', () => {
    expect(spell('\ud800ひлガ한').characters).toEqual(['ひ', 'л', 'ガ', '한']);
    expect(first('醫療')).toBe('yi liao');
  });

  it('gives every character its readings and place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { characters, readings, offsets } = spell(text);
        expect(readings).toHaveLength(characters.length);
        expect(offsets).toHaveLength(characters.length);
        expect(readings.every((all) => all.length > 0 && new Set(all).size === all.length)).toBe(true);
        expect(offsets.every((offset) => offset >= 0 && offset < text.length)).toBe(true);
        expect(JSON.parse(JSON.stringify(spell(text)))).toEqual(spell(text));
      }),
    );
  });
});
