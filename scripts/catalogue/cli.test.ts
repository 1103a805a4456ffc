import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRig, writeSmallCatalogue } from './testing/catalogue-rig.ts';

let rig: ReturnType<typeof openRig>;
let small: string;
beforeAll(() => {
  rig = openRig();
  small = writeSmallCatalogue(rig.dir);
});
afterAll(() => rig.close());

describe('a command that is wrong ends with 2 and says how it goes', () => {
  test.each([
    [['sing'], 'there is no command "sing"'],
    [['check'], 'check what?'],
    [['search'], 'search for what?'],
    [['search', 'x', '--limit', 'many'], '--limit: expected a number'],
    [['search', 'x', '--kiosk', '42'], '--kiosk: expected an id'],
    [['build', 'one', 'two'], 'build takes one name'],
    [['build', '--fast'], '--fast'],
  ])('%j', async (args, said) => {
    const { code, err } = await rig.run(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).toContain('npm run catalogue -- COMMAND');
  });
});

test.each([[['--help']], [['help']], [[]]])('%j says what there is, and is no fault', async (args) => {
  const { code, out } = await rig.run(...args);
  expect(code).toBe(0);
  expect(out).toContain('preview CODE|FILE');
});

test('the process ends with the code of the command', () => {
  const main = join(import.meta.dirname, 'main.ts');
  const ended = spawnSync(process.execPath, [main, 'check', join(rig.dir, 'nobody.json'), '--in', small], {
    encoding: 'utf8',
  });
  expect([ended.status, ended.stdout]).toEqual([1, '']);
  expect(ended.stderr).toContain('there is no such file');
});

describe('search', () => {
  test('says why each was found', async () => {
    const { code, out } = await rig.run('search', '保缴费记', '--in', small, '--limit', '1');
    expect(code).toBe(0);
    expect(out).toContain('310014000101  社保缴费记录  (query, social-security)  by name: 社[保缴费记]录');
  });

  test('by first letters, as --json', async () => {
    const { out } = await rig.run('search', 'sbjf', '--in', small, '--json');
    const { text, total, hits } = JSON.parse(out);
    expect(text).toBe('sbjf');
    expect(total).toBeGreaterThanOrEqual(1);
    expect(Object.keys(hits[0])).toEqual(['rank', 'code', 'name', 'department', 'kind', 'finished', 'matched']);
    expect(hits[0].code).toBe('310014000101');
  });

  test('nothing found is no fault', async () => {
    const { code, out } = await rig.run('search', 'zzzzzzzzq', '--in', small, '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { text: 'zzzzzzzzq', total: 0, hits: [] }]);
  });

  test('in a catalogue that is not built: what to do', async () => {
    const { code, err } = await rig.run('search', 'x', '--in', rig.dir);
    expect(code).toBe(1);
    expect(err).toContain('build it first: npm run catalogue -- build');
  });

  test('in a catalogue that was changed by hand: refused', async () => {
    const other = openRig();
    const file = join(writeSmallCatalogue(other.dir), 'catalogue.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('社保缴费记录', '社保白送记录'));
    const { code, err } = await rig.run('search', 'x', '--in', join(other.dir, 'small'));
    other.close();
    expect(code).toBe(1);
    expect(err).toContain('is not a good catalogue');
  });
});
