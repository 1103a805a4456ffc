import { describe, expect, it } from 'vitest';
import { createSearch } from './create-search.ts';
import { itemOf, SAMPLE_ITEMS } from './sample-items.ts';
import type { Found } from './types.ts';

const search = createSearch(SAMPLE_ITEMS);
const nameOf = new Map(SAMPLE_ITEMS.map(({ code, names }) => [code, names[0]?.text]));
const namesOf = ({ hits }: Found): (string | undefined)[] => hits.map(({ code }) => nameOf.get(code));
/** The best hit's name with what was found in 【】. */
function marked(text: string): string | undefined {
  const hit = search.find(text, 10).hits[0];
  if (hit === undefined) return undefined;
  return hit.matched.ranges.reduceRight(
    (whole, [from, to]) => `${whole.slice(0, from)}【${whole.slice(from, to)}】${whole.slice(to)}`,
    hit.matched.text,
  );
}

describe('what is typed exactly', () => {
  it.each([
    ['公积金还', '【公积金还】款计算'],
    ['gjjhk', '【公积金还款】计算'],
    ['gongjijinhuankuan', '【公积金还款】计算'],
    ['gongjijinhuank', '【公积金还款】计算'],
    ['gongjijinhk', '【公积金还款】计算'],
    ['gjjhuankuan', '【公积金还款】计算'],
    ['gjj还款', '【公积金还款】计算'],
    ['公积金hk', '【公积金还款】计算'],
    ['公积jinhuank', '【公积金还款】计算'],
    ['GJJ HK', '【公积金还款】计算'],
    ['ｇｊｊｈｋ', '【公积金还款】计算'],
    ['zhangh', '银行【账户】变更'],
    ['ktv', '【KTV】开业'],
    ['12lu', '【12路】公交'],
  ])('%s → %s', (text, best) => {
    expect(marked(text)).toBe(best);
  });

  it('takes every living reading of a character', () => {
    expect(namesOf(search.find('tezhonghangye', 3))).toContain('旅馆业特种行业许可证核发');
    expect(namesOf(search.find('tezhongxingye', 3))).toContain('旅馆业特种行业许可证核发');
    expect(namesOf(search.find('lvshi', 3))).toContain('律师执业证申领');
    expect(namesOf(search.find('lushi', 3))).toContain('律师执业证申领');
    expect(namesOf(search.find('yhzh', 3))).toContain('银行账户变更');
  });

  it('begins at a character: letters from within a syllable are no match', () => {
    expect(search.find('iliao', 9).hits.every(({ matched }) => !matched.text.includes('绿色'))).toBe(true);
    expect(createSearch([itemOf('1', '医疗')]).find('ili', 5).total).toBe(0);
  });

  it('marks over the marks of the name, in UTF-16', () => {
    const one = createSearch([itemOf('1', '补领、换领𬭚')]);
    expect(one.find('领换领', 1).hits[0]?.matched.ranges).toEqual([[1, 5]]);
    expect(one.find('领𬭚', 1).hits[0]?.matched.ranges).toEqual([[4, 7]]);
  });
});

describe('the order', () => {
  const order = (text: string, ...items: readonly ReturnType<typeof itemOf>[]): string[] =>
    createSearch(items)
      .find(text, 10)
      .hits.map(({ code }) => code);

  it('puts the whole name before the beginning of one, whatever is in demand', () => {
    expect(order('低保', itemOf('1', '低保金', [], 100), itemOf('2', '低保', [], 0))).toEqual(['2', '1']);
  });

  it('puts a whole name before the same whole alias', () => {
    expect(order('低保', itemOf('1', '最低生活保障查询', ['低保'], 100), itemOf('2', '低保', [], 0))).toEqual([
      '2',
      '1',
    ]);
  });

  it('puts the beginning before the middle', () => {
    expect(order('医保', itemOf('1', '打印医保单', [], 20), itemOf('2', '医保打印单', [], 20))).toEqual(['2', '1']);
  });

  it('puts the beginning of a word before the middle of one', () => {
    const [middle, word, other] = [
      itemOf('1', '补工会卡', [], 20),
      itemOf('2', '补（会卡）', [], 20),
      itemOf('3', '工会'),
    ];
    expect(order('会卡', middle, word, other)).toEqual(['2', '1']);
  });

  it('then lets the share, the demand and the machine decide, and last the code', () => {
    expect(order('医保', itemOf('1', '医保账户年度清算', [], 5), itemOf('2', '医保卡', [], 5))).toEqual(['2', '1']);
    expect(order('医保', itemOf('1', '医保甲', [], 5), itemOf('2', '医保乙', [], 50))).toEqual(['2', '1']);
    expect(order('医保', itemOf('1', '医保受理', [], 5), itemOf('2', '医保查询', [], 5))).toEqual(['2', '1']);
    expect(order('医保', itemOf('2', '医保甲', [], 5), itemOf('1', '医保乙', [], 5))).toEqual(['1', '2']);
  });

  it('puts what is exact before what is nearly so', () => {
    expect(order('yibaoka', itemOf('1', '医包卡号', [], 100), itemOf('2', '旧医保卡', [], 0))[0]).toBe('1');
    expect(order('医保卡号', itemOf('1', '医保卡吗', [], 100), itemOf('2', '查旧医保卡号', [], 0))).toEqual(['2', '1']);
  });
});

describe('limits', () => {
  it('finds nothing for nothing', () => {
    for (const text of ['', ' ', '，。', '😀', '\u0000']) expect(search.find(text, 5)).toEqual({ hits: [], total: 0 });
  });

  it('gives at most so many and says how many there are', () => {
    const { hits, total } = search.find('z', 2);
    expect(hits).toHaveLength(2);
    expect(total).toBeGreaterThan(20);
    expect(search.find('z', Number.POSITIVE_INFINITY).hits).toHaveLength(total);
    for (const limit of [0, -1, Number.NaN]) expect(search.find('z', limit)).toEqual({ hits: [], total });
  });

  it('lists the same first ones for any limit', () => {
    const all = search.find('z', 1000).hits;
    for (const limit of [1, 2, 5, 17]) expect(search.find('z', limit).hits).toEqual(all.slice(0, limit));
  });

  it('is not moved by what was asked before', () => {
    const before = search.find('gjj', 5);
    for (const text of ['请问社保卡丢了怎么办', 'z', '居住正签注', '']) search.find(text, 5);
    expect(search.find('gjj', 5)).toEqual(before);
  });

  it('works without any item', () => expect(createSearch([]).find('医保卡里', 5)).toEqual({ hits: [], total: 0 }));

  it('is not led astray by names made to hurt', () => {
    const characters = [...'啊'.repeat(60)];
    const spelling = {
      characters,
      readings: characters.map(() => ['a', 'aa', 'aaa', 'aaaa']),
      offsets: characters.map((_, at) => at),
    };
    const name = { in: 'name', text: characters.join(''), spelling } as const;
    const hurt = createSearch([{ code: '1', demand: 0, finishes: false, names: [name] }]);
    expect(hurt.find(`${'a'.repeat(63)}b`, 5).total).toBeLessThanOrEqual(1);
    expect(hurt.find('aaaa', 5).total).toBe(1);
  });
});
