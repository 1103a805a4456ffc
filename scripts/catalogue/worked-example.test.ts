import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRig, workedExample } from './testing/catalogue-rig.ts';

// What docs/adding-an-item.md tells a technician to do, done.

const rig = openRig();
let catalogue: string;
beforeAll(() => {
  catalogue = rig.copyCatalogue();
});
afterAll(rig.close);

test('the example of the guide is fine, is built, and is found by what people say', async () => {
  const file = rig.write('my-item.json', workedExample());
  const checked = await rig.run('check', file, '--in', catalogue);
  expect(checked).toEqual({
    code: 0,
    out: `${file} is fine: 310011009001 老年助餐补贴发放记录 (Meal allowance payments for older people), query; asks for: the identity card, 查哪几个月 (monthRange)`,
    err: '',
  });

  mkdirSync(join(catalogue, 'items'), { recursive: true });
  writeFileSync(join(catalogue, 'items', 'my-item.json'), workedExample());
  const before = readFileSync(join(catalogue, 'catalogue.jsonl'), 'utf8').split('\n').length;
  const built = await rig.run('build', catalogue);
  expect(built.code).toBe(0);
  expect(readFileSync(join(catalogue, 'catalogue.jsonl'), 'utf8').split('\n')).toHaveLength(before + 1);

  const found = await rig.run('search', '吃饭补贴', '--json', '--in', catalogue);
  expect(JSON.parse(found.out).hits[0]).toEqual({
    rank: 1,
    code: '310011009001',
    name: '老年助餐补贴发放记录',
    department: 'civil-affairs',
    kind: 'query',
    finished: true,
    matched: { in: 'alias', text: '吃饭补贴', ranges: [[0, 4]] },
  });
  expect((await rig.run('check', catalogue)).code).toBe(0);
});

test('a copy whose code was not changed is refused by the build, and the old catalogue stays', async () => {
  const copy = JSON.parse(workedExample());
  writeFileSync(
    join(catalogue, 'items', 'copied.json'),
    JSON.stringify({ ...copy, name: { zh: '另一项', en: 'Another' } }),
  );
  const before = readFileSync(join(catalogue, 'catalogue.jsonl'), 'utf8');
  const built = await rig.run('build', catalogue);
  expect(built.code).toBe(1);
  expect(built.err).toMatch(/my-item\.json:2: code: "310011009001": is there already: .*copied\.json:1/);
  expect(readFileSync(join(catalogue, 'catalogue.jsonl'), 'utf8')).toBe(before);
});
