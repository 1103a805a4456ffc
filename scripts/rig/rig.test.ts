import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startRig } from './rig.ts';

test('one part that cannot start ends those that had begun', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tongban-rig-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  // Stands where the name of a port should be.
  mkdirSync(join(dir, 'ports', 'idcard'), { recursive: true });
  writeFileSync(join(dir, 'ports', 'idcard', 'file'), '');
  await expect(startRig({ dataDir: dir, outDir: join(dir, 'out') })).rejects.toThrow();
  expect(execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })).not.toContain(dir);
});
