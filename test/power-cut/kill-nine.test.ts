import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { transactionReportSchema } from '../../contract/gateway.ts';
import { startFaultServer } from '../../main/sync/fault-server.ts';

const WRITER = new URL('./kill-writer.ts', import.meta.url).pathname;
const KILLS = 20;
const LIMIT_MS = 120_000;
const ONE_LIMIT_MS = 20_000;

/** Runs one core; `killAfter`: with SIGKILL after so many acknowledgements. Answers what it said, whole lines only. */
async function runCore(dataDir: string, url: string, killAfter: number | null): Promise<string[]> {
  const core = spawn(process.execPath, [WRITER, dataDir, url, killAfter === null ? 'deliver' : 'write'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: ONE_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  let said = '';
  let complaint = '';
  core.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (killAfter !== null && said.split('\n').length > killAfter) core.kill('SIGKILL');
  });
  core.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const signal = await new Promise((resolve) => core.once('close', (_code, how) => resolve(how)));
  if (signal !== (killAfter === null ? null : 'SIGKILL')) throw new Error(`ended by ${String(signal)}: ${complaint}`);
  return said.split('\n').slice(0, -1);
}

test('kill -9 twenty times: all that was acknowledged arrives, once', { timeout: LIMIT_MS }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tongban-kill-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const center = await startFaultServer();
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const lines = await runCore(dataDir, center.url, 1 + ((kill * 7) % 23));
    for (const line of lines) acknowledged.add(line.slice('ACK '.length));
  }
  const last = await runCore(dataDir, center.url, null);
  expect(last.at(-1)).toBe('IDLE');
  for (const line of last.slice(0, -1)) acknowledged.add(line.slice('ACK '.length));

  expect([...acknowledged].filter((key) => !center.stored.has(key))).toEqual([]);
  expect(center.conflicts).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(KILLS);

  const states = new Map<string, string[]>();
  for (const body of center.stored.values()) {
    const { id, state, revision } = transactionReportSchema.parse(JSON.parse(body));
    const known = states.get(id) ?? [];
    known[revision - 1] = state;
    states.set(id, known);
  }
  for (const known of states.values())
    expect([
      ['started', 'printed'],
      ['started', 'notPrinted'],
    ]).toContainEqual(known);
});
