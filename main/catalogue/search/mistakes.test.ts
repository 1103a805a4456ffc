import { describe, expect, it } from 'vitest';
import { createSearch } from './create-search.ts';
import { itemOf, SAMPLE_ITEMS } from './sample-items.ts';

const search = createSearch(SAMPLE_ITEMS);
const nameOf = new Map(SAMPLE_ITEMS.map(({ code, names }) => [code, names[0]?.text]));
const names = (text: string, most: number): (string | undefined)[] =>
  search.find(text, most).hits.map(({ code }) => nameOf.get(code));

describe('what is typed wrongly', () => {
  it.each([
    ['a letter missing', 'gongjjinhuankuan', '公积金还款计算'],
    ['a letter too many', 'gongjijjinhuankuan', '公积金还款计算'],
    ['a wrong letter', 'gongjikinhuankuan', '公积金还款计算'],
    ['two letters exchanged', 'gongjijinhaunkuan', '公积金还款计算'],
    ['the first letter wrong', 'fongjijinhuankuan', '公积金还款计算'],
    ['the last letter wrong', 'gongjijinhuankuab', '公积金还款计算'],
    ['a wrong initial', 'gjjgkjs', '公积金还款计算'],
    ['a missing initial', 'gjhkjs', '公积金还款计算'],
    ['a wrong hanzi', '居住正签注', '居住证签注'],
    ['a missing hanzi', '居证签注', '居住证签注'],
    ['the wrong hanzi of the right sound', '居主正', '居住证'],
    ['skipped words', '公积还计', '公积金还款计算'],
  ])('%s: %s', (_, text, name) => {
    expect(names(text, 5).join()).toContain(name);
  });

  it('an accent: sennaobingsizen for 生老病死证', () => {
    expect(createSearch([itemOf('1', '生老病死证')]).find('sennaobingsizen', 1).total).toBe(1);
  });

  it('asks for one edit, too, where all that is exact is syllables and first letters by chance', () => {
    const chance = ['养老金年审', '养老金农保', '养老金年报'].map((name, at) => itemOf(String(at), name));
    const found = createSearch([...chance, itemOf('9', '养老金发放记录')]).find('yanglaojn', 9);
    expect(found.hits.map(({ code }) => code).at(-1)).toBe('9');
    expect(found.total).toBe(4);
  });

  it('takes traditional characters for simplified ones', () => {
    expect(search.find('住房公積金個人賬戶', 5)).toEqual(search.find('住房公积金个人账户', 5));
    expect(search.find('請問社保卡丟了怎麼辦', 5)).toEqual(search.find('请问社保卡丢了怎么办', 5));
  });

  it('leaves a traditional character that a name has', () => {
    const kept = createSearch([itemOf('1', '錢塘江'), itemOf('2', '钱包')]);
    expect(kept.find('錢', 5).hits.map(({ code }) => code)).toEqual(['1']);
  });

  it('leaves short letters alone', () => expect(search.find('vvv', 5)).toEqual({ hits: [], total: 0 }));
});
