import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { transactionListSchema } from './api/transactions.ts';
import { kioskHeaders, kioskKeys, reportOf, sendTo } from './center-rig.ts';
import { passwordMatches } from './locker/operators/password-hash.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

let dir = '';
let children: ChildProcess[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'center-main-'));
  writeFileSync(join(dir, 'keys.json'), JSON.stringify(kioskKeys));
});

afterEach(async () => {
  for (const child of children) await killed(child);
  children = [];
  rmSync(dir, { recursive: true });
});

function run(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit', { signal: AbortSignal.timeout(10_000) });
  child.kill('SIGKILL');
  await exit;
}

/** Starts a center on the test's data and waits for its first line. */
async function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = run('--data', join(dir, 'data'), '--kiosk-keys', join(dir, 'keys.json'));
  if (child.stdout === null) throw new Error('no stdout');
  const [line] = await once(createInterface(child.stdout), 'line', { signal: AbortSignal.timeout(15_000) });
  const { url } = z.object({ event: z.literal('listening'), url: z.url() }).parse(JSON.parse(String(line)));
  return { child, url };
}

async function refused(...args: string[]): Promise<{ code: unknown; said: string }> {
  const child = run(...args);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const [code] = await once(child, 'close', { signal: AbortSignal.timeout(15_000) });
  return { code, said };
}

describe('the center as a process', () => {
  it('kill -9 while reports pour in loses none that was acknowledged', async () => {
    const { child, url } = await start();
    const acknowledged: string[] = [];
    const sender = async (): Promise<void> => {
      for (;;) {
        const report = reportOf();
        const headers = { ...kioskHeaders(), 'idempotency-key': report.id };
        const response = await sendTo(url, 'PUT', `/v1/transactions/${report.id}`, report, headers);
        await response.json();
        acknowledged.push(report.id);
        if (acknowledged.length === 60) await killed(child);
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: 6 }, sender));
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);

    const again = await start();
    const answer = await sendTo(again.url, 'GET', '/v1/transactions?limit=500', undefined, kioskHeaders());
    const kept = transactionListSchema.parse(await answer.json()).transactions.map(({ id }) => id);
    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
  });

  it('ends by itself when asked to', async () => {
    const { child } = await start();
    const exit = once(child, 'exit', { signal: AbortSignal.timeout(10_000) });
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });

  it('says in one line what is wrong with its arguments and files', async () => {
    const keys = join(dir, 'keys.json');
    expect(await refused('--kiosk-keys', keys)).toEqual({ code: 1, said: '--data: expected a directory\n' });
    expect((await refused('--data', dir, '--kiosk-keys', join(dir, 'none.json'))).said).toBe(
      `${join(dir, 'none.json')}: ENOENT\n`,
    );
    writeFileSync(keys, '{"310120-0042":"short"}');
    expect(await refused('--data', dir, '--kiosk-keys', keys)).toEqual({
      code: 1,
      said: `${keys}: 310120-0042: a key of at least 16 characters\n`,
    });
    expect((await refused('--dta', dir)).said).toContain("Unknown option '--dta'");
    writeFileSync(keys, JSON.stringify(kioskKeys));
    const known = ['--data', dir, '--kiosk-keys', keys];
    expect((await refused(...known, '--sms-webhook', 'http://127.0.0.1:9/')).said).toBe(
      '--sms-webhook: expected --sms-webhook-secret as well, or neither\n',
    );
    expect((await refused(...known, '--trusted-proxy', '127.0.0.1,proxy')).said).toBe(
      '--trusted-proxy: expected addresses, separated by commas\n',
    );
    expect((await refused(...known, '--sms-webhook', 'https://me:pass@sms.example/send')).said).toBe(
      '--sms-webhook: expected no name or password in it\n',
    );
    const operators = join(dir, 'operators.json');
    writeFileSync(operators, '{"demo":"a password as it is"}');
    expect((await refused(...known, '--operators', operators)).said).toBe(
      `${operators}: demo: a hash made by --hash-operator\n`,
    );
  });

  it('makes the hash of a password that stands in stdin, and of none that is short', async () => {
    const hashOf = async (password: string): Promise<string> => {
      const child = spawn(process.execPath, [MAIN, '--hash-operator'], { stdio: 'pipe' });
      children.push(child);
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
      child.stdin.end(password);
      await once(child, 'close', { signal: AbortSignal.timeout(15_000) });
      return said.trim();
    };
    expect(await passwordMatches('a long password', await hashOf('a long password\n'))).toBe(true);
    expect(await hashOf('short\n')).toContain('at least 12 characters');
  });
});
