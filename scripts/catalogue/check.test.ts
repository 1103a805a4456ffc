import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRig, workedExample, writeSmallCatalogue } from './testing/catalogue-rig.ts';

let rig: ReturnType<typeof openRig>;
let SMALL: string;
beforeAll(() => {
  rig = openRig();
  SMALL = writeSmallCatalogue(rig.dir);
});
afterAll(() => rig.close());

const ITEM = workedExample();
const lineOf = (part: string): number => ITEM.slice(0, ITEM.indexOf(part)).split('\n').length;

/** The English lines about the example after a change, without the file's name. */
async function faultsOf(from: string, to: string): Promise<string[]> {
  expect(ITEM).toContain(from);
  const file = rig.write('item.json', ITEM.replace(from, to));
  const { code, err } = await rig.run('check', file, '--in', SMALL);
  expect(code).toBe(1);
  const lines = err.split('\n').filter((line) => line.startsWith(file));
  return lines.map((line) => line.slice(file.length + 1));
}

describe('a fault has its line, its key, its value and what was expected', () => {
  test.each([
    ['"demand": 30', '"demand": 140', 'demand: 140: expected at most 100'],
    ['"demand": 30', '"demand": "30"', 'demand: "30": expected a number'],
    ['"type": "20"', '"type": "21"', 'type: "21": expected one of "01", "02", "03"'],
    ['"kind": "query"', '"kind": "quary"', 'machine.kind: "quary": expected one of "query", "print"'],
    ['"department": "civil-affairs"', '"department": "civil"', 'department: "civil": expected one of '],
    ['"section": "elders"', '"section": "old"', 'section: "old": expected one of marriage, elders'],
    ['"themes": ["retirement"]', '"themes": ["retiring"]', 'themes.0: "retiring": expected one of '],
    [
      '"template": "benefit-payments"',
      '"template": "benefits"',
      'machine.document.template: "benefits": expected one of ',
    ],
    ['"payments.matter"', '"payments.mater"', 'machine.document.sample.payments.mater: expected one of '],
    ['"division": "319999"', '"division": "31"', 'division: "31": expected six digits, GB/T 2260'],
    ['"type": "monthRange"', '"type": "months"', 'machine.form.0.type: "months": expected one of "text", "number"'],
    ['"maxMonths": 24', '"maxMonths": 2.5', 'machine.form.0.maxMonths: 2.5: expected a whole number'],
    [
      '"input": "period"',
      '"input": "months"',
      'machine.document.sample.payments.month.input: "months": expected a key of the form: period',
    ],
    ['"icon": "pension"', '"ikon": "pension"', 'ikon: "pension": no such key'],
    [
      '"offers": ["guide", "nearest"]',
      '"offers": ["nearest", "qr"]',
      'guide.offers: expected "guide" among the offers',
    ],
    [
      '"range": [9000, 18000]',
      '"range": [9000, "x"]',
      'machine.document.sample.payments.amount.range.1: "x": expected a number',
    ],
  ])('%s → %s', async (from, to, said) => {
    const faults = await faultsOf(from, to);
    const key = said.slice(0, said.indexOf(':'));
    expect(faults.map((fault) => fault.replace(/^\d+: /, ''))).toContainEqual(expect.stringContaining(said));
    const own = faults.find((fault) => fault.replace(/^\d+: /, '').startsWith(`${key}:`)) ?? '';
    expect(Number.parseInt(own, 10)).toBe(lineOf(from));
  });

  test('two fields of one key, and bounds the wrong way round', async () => {
    const number =
      '{ "key": "period", "type": "number", "label": { "zh": "几个", "en": "How many" }, "min": 5, "max": 1 }';
    const faults = await faultsOf('"form": [', `"form": [${number},`);
    expect(faults).toContainEqual(expect.stringMatching(/machine\.form\.0\.max: 1: expected at least 5$/));
    expect(faults).toContainEqual(
      expect.stringMatching(/machine\.form\.1\.key: "period": is there already in this list$/),
    );
  });

  test('a missing key: the line of the object that lacks it', async () => {
    expect(await faultsOf(', "en": "Two years at most"', '')).toEqual([
      `${lineOf('"最多两年"')}: machine.form.0.hint.en: missing: expected text`,
    ]);
  });

  test('a code of another item: whose it is', async () => {
    const taken = '310014000101';
    const file = rig.write('item.json', ITEM.replaceAll('310011009001', taken));
    const { err } = await rig.run('check', file, '--in', SMALL);
    expect(err).toContain(`:2: code: "${taken}": is taken by ${taken} 社保缴费记录`);
    expect(err).toContain('已经被事项');
  });

  test('a code whose long forms were forgotten: what they should be', async () => {
    const faults = await faultsOf('"code": "310011009001"', '"code": "310011009002"');
    expect(faults[0]).toMatch(/^3: implementationCode: .*for this department "11319999MB1001101T5310011009002"$/);
  });

  test('a key that stands twice', async () => {
    expect(await faultsOf('"demand": 30', '"demand": 30, "level": "4"')).toContainEqual(
      `${lineOf('"demand"')}: level: is there already in line ${lineOf('"level"')}`,
    );
  });

  test('all faults of a file, in English and in Chinese', async () => {
    const broken = ITEM.replace('"demand": 30', '"demand": -1').replace('"level": "5"', '"level": "9"');
    const { err } = await rig.run('check', rig.write('two.json', broken), '--in', SMALL);
    expect(err).toContain('demand: -1: expected at least 0');
    expect(err).toContain(`第 ${lineOf('"demand"')} 行，demand：现在是 -1，应当不小于 0。`);
    expect(err).toContain('level: "9": expected one of');
    expect(err).toMatch(/faults in 1 file$/);
  });
});

describe('a text that is not JSON: line and column', () => {
  test.each([
    ['{\n  "code": "1"\n  "name": 2\n}', '3:3', 'CommaExpected in JSON', '逗号'],
    ['{\n  "code": ,\n}', '2:11', 'ValueExpected in JSON', '少了一个值'],
    ['{\n  // why\n}', '2:3', 'InvalidCommentToken in JSON', '注释'],
    ['', '1:1', 'the file is empty', '空的'],
  ])('%j', async (text, place, en, zh) => {
    const file = rig.write('broken.json', text);
    const { code, err } = await rig.run('check', file, '--in', SMALL);
    expect(code).toBe(1);
    expect(err).toContain(`${file}:${place}: (the file): ${en}`);
    expect(err).toContain(zh);
  });
});

describe('hostile files end with a sentence', () => {
  test.each([
    ['a string of 10 MB', JSON.stringify({ code: 'x'.repeat(10_000_000) }), 'expected at most 1048576'],
    ['100,000 levels', '['.repeat(100_000), 'more than 64 levels deep'],
    ['100,000 objects in each other', '{"a":'.repeat(100_000), 'more than 64 levels deep'],
    ['not UTF-8', Buffer.from('{"code": "\xB2\xE2\xCA\xD4"}', 'latin1'), 'expected UTF-8 text'],
    ['a list', '[1, 2]', 'expected one item, template, place'],
    ['a number', '7', 'expected one item, template, place'],
    [
      'a key that JavaScript knows',
      '{"__proto__": {"code": 1}, "constructor": 2}',
      'expected one item, template, place',
    ],
  ])('%s', async (_name, content, said) => {
    const file = rig.write('hostile.json', content);
    const { code, err } = await rig.run('check', file, '--in', SMALL);
    expect(code).toBe(1);
    expect(err).toContain(`${file}:1`);
    expect(err).toContain(said);
  });

  test('a folder of 10,000 files', async () => {
    const many = join(rig.dir, 'many');
    mkdirSync(many);
    for (let index = 0; index < 10_000; index++) writeFileSync(join(many, `${index}.json`), '');
    const { code, err } = await rig.run('check', many, '--in', SMALL);
    expect(code).toBe(1);
    expect(err).toContain('10000 files: expected at most 2000');
  });

  test('a file that is not there', async () => {
    expect((await rig.run('check', join(rig.dir, 'nobody.json'), '--in', SMALL)).err).toContain(
      'there is no such file',
    );
  });
});

describe('files that are no items are told apart by their keys', () => {
  const TEMPLATE = { title: { zh: '单', en: 'Sheet' }, subject: [], tables: [], notes: [], sealOwner: '样本局' };
  test.each([
    ['template', { id: 'my-sheet', ...TEMPLATE }, 'template my-sheet'],
    ['phrase', { id: 'my-words', says: ['看病花钱'], items: ['310014000101'] }, 'phrase my-words'],
    ['profile', { id: '310120-0042', popular: [], notHere: [], suspended: [], demand: {} }, 'profile 310120-0042'],
    [
      'theme',
      { id: 'my-life', name: { zh: '生活', en: 'Life' }, audience: 'person', rank: 1, sign: '生' },
      'theme my-life',
    ],
  ])('a %s', async (_kind, value, said) => {
    const { code, out } = await rig.run('check', rig.write('one.json', JSON.stringify(value)), '--in', SMALL);
    expect([code, out]).toEqual([0, expect.stringContaining(`is fine: ${said}`)]);
  });

  test('a phrase for an item that is not there', async () => {
    const phrase = { id: 'my-words', says: ['看病花钱'], items: ['310000000000'] };
    const { err } = await rig.run('check', rig.write('one.json', JSON.stringify(phrase)), '--in', SMALL);
    expect(err).toContain('items.0: "310000000000": no such item');
  });
});

test('a folder of files: they may name each other, and may not repeat each other', async () => {
  const folder = join(rig.dir, 'batch');
  mkdirSync(folder);
  const other = ITEM.replaceAll('310011009001', '310011009002').replace('老年助餐补贴发放记录', '老年助浴补贴发放记录');
  writeFileSync(join(folder, 'a-words.json'), '{"id":"meals","says":["吃饭"],"items":["310011009001","310011009002"]}');
  writeFileSync(join(folder, 'b.json'), ITEM);
  writeFileSync(join(folder, 'c.json'), other);
  const good = await rig.run('check', folder, '--in', SMALL);
  expect([good.code, good.err, good.out.split('\n').length]).toEqual([0, '', 3]);

  writeFileSync(join(folder, 'd.json'), ITEM);
  const { code, err } = await rig.run('check', folder, '--in', SMALL);
  expect(code).toBe(1);
  expect(err).toContain('d.json:2: code: "310011009001": is taken by 310011009001');
});

test('--json: the same for programs', async () => {
  const file = rig.write('item.json', ITEM.replace('"demand": 30', '"demand": 140'));
  const { code, out } = await rig.run('check', file, '--json', '--in', SMALL);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({
    fine: [],
    faults: [
      {
        file,
        line: lineOf('"demand"'),
        key: 'demand',
        value: '140',
        expected: { en: 'expected at most 100', zh: '应当不大于 100' },
      },
    ],
  });
});
