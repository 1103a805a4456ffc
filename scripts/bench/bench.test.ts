import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBench } from './bench.ts';

function temporaryBench() {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return openBench(join(folder, 'work'), false);
}

test('what was opened last is closed first, each once', async () => {
  const { bench, end } = temporaryBench();
  const closed: string[] = [];
  for (const name of ['center', 'core', 'browser']) bench.closing({ close: async () => closed.push(name) });
  await end();
  await end();
  expect(closed).toEqual(['browser', 'core', 'center']);
});

test('a process that was being started when everything ended is ended, too, and its measure goes no further', async () => {
  const { bench, end } = temporaryBench();
  await end();
  let closed = false;
  const late = {
    close: () => {
      closed = true;
    },
  };
  expect(() => bench.closing(late)).toThrow(/ended/);
  await end();
  expect(closed).toBe(true);
});

test('the folder is empty at the beginning and gone at the end', () => {
  const { bench, remove } = temporaryBench();
  writeFileSync(join(bench.dir, 'left'), '');
  const again = openBench(bench.dir, true);
  expect(existsSync(join(bench.dir, 'left'))).toBe(false);
  again.remove();
  remove();
  expect(existsSync(bench.dir)).toBe(false);
});
