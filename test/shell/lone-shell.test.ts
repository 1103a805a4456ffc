import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { PROFILE_PREFIX } from '../../main/shell/chromium-process.ts';
import { EXIT_WRONG_CONFIG } from '../../main/shell/core-protocol.ts';
import { eventually, processesWith } from './processes.ts';

interface Ready {
  readonly core: number;
  readonly page: number;
}

function startShell(): { readonly shell: ChildProcess; readonly ready: Promise<Ready> } {
  const shell = spawn(process.execPath, [path.join(import.meta.dirname, 'lone-shell.ts')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: shell.stdout });
  const ready = new Promise<Ready>((resolve) => {
    lines.once('line', (line) => resolve(JSON.parse(line) as Ready));
  });
  return { shell, ready };
}

const profilesOf = (shell: number | undefined): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`${PROFILE_PREFIX}${shell}-`));

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', resolve);
  });

test('kill -9 of the shell: browser and core end by themselves, and the next start removes the profile', async () => {
  const first = startShell();
  const { core } = await first.ready;
  const prefix = `${PROFILE_PREFIX}${first.shell.pid}-`;
  const [profile = ''] = profilesOf(first.shell.pid);
  expect(statSync(path.join(tmpdir(), profile)).mode & 0o777).toBe(0o700);
  const ended = exitOf(first.shell);
  first.shell.kill('SIGKILL');
  await ended;
  await eventually('the browser is gone', () => processesWith(prefix).length === 0);
  await eventually('the core is gone', () => processesWith('stand-in-core').every((pid) => pid !== core));

  const second = startShell();
  await second.ready;
  expect(profilesOf(first.shell.pid)).toEqual([]);
  const stopped = exitOf(second.shell);
  second.shell.kill('SIGTERM');
  await stopped;
  expect(profilesOf(second.shell.pid)).toEqual([]);
  expect(existsSync(`/proc/${second.shell.pid}/exe`)).toBe(false);
}, 60_000);

test('a wrong configuration ends the shell with the exit code of the core', async () => {
  const shell = spawn(process.execPath, [path.join(import.meta.dirname, 'lone-shell.ts'), 'wrong'], {
    stdio: 'ignore',
  });
  expect(await exitOf(shell)).toBe(EXIT_WRONG_CONFIG);
});
