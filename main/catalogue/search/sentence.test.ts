import { describe, expect, it } from 'vitest';
import { createSearch } from './create-search.ts';
import { itemOf, SAMPLE_ITEMS } from './sample-items.ts';

const search = createSearch(SAMPLE_ITEMS);
const nameOf = new Map(SAMPLE_ITEMS.map(({ code, names }) => [code, names[0]?.text]));
const names = (text: string, most: number): (string | undefined)[] =>
  search.find(text, most).hits.map(({ code }) => nameOf.get(code));

describe('everyday sentences', () => {
  it.each([
    ['我想查一下退休工资', '企业职工养老金发放记录'],
    ['看病花了多少钱', '年度累计医疗费用查询'],
    ['怎么办居住证', '居住证申领'],
    ['请问社保卡丢了怎么办', '社会保障卡补领、换领、换发'],
    ['我要给孩子报户口', '户口登记'],
    ['想在家门口开饭店要什么材料', '食品经营许可新办'],
    ['帮我看看公积金还有多少', '住房公积金个人账户查询'],
    ['身份证丢了怎么办呢？', '居民身份证丢失补领'],
    ['老人去世了有没有补助', '丧葬补助金和抚恤金申领'],
    ['我爸妈的养老金年审在哪里弄', '养老保险待遇领取资格认证'],
  ])('%s → %s', (text, name) => expect(names(text, 3)).toContain(name));

  it('says where the shared words stand', () => {
    const { text = '', ranges = [] } = search.find('请问社保卡丢了怎么办', 1).hits[0]?.matched ?? {};
    expect(ranges.map(([from, to]) => text.slice(from, to))).toEqual(['社保卡丢']);
  });

  it('rather finds nothing than what has one character in common', () => {
    const eye = createSearch([itemOf('1', '电子眼违法查询'), itemOf('2', '社保证明')]);
    expect(eye.find('眼镜店', 5).total).toBe(0);
    expect(eye.find('我要吃火锅', 5).total).toBe(0);
  });
});
