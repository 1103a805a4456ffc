import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../store/database.ts';
import { loadCurrent } from './load-version.ts';
import { CATALOGUE_MIGRATIONS } from './migrations.ts';
import { itemEntry, surroundings } from './testing/sample-entries.ts';
import { answerOf, bundleOf, CATALOGUE, signer, temporary } from './testing/signed.ts';
import { catalogueVersions } from './versions.ts';

const APPLIER = new URL('./testing/kill-applier.ts', import.meta.url).pathname;
const KILLS = 12;
const VERSIONS = 300;
const ITEMS = 30;
const LIMIT_MS = 120_000;
/** From the thread's first line to past its commit, on a quick and on a slow machine. */
const LONGEST_LIFE_MS = 600;

const entriesOfVersion = (version: number) => [
  ...surroundings,
  ...Array.from({ length: ITEMS }, (_, index) => itemEntry(index + 1, `第${version}版第${index + 1}项`)),
];

/** Lets an applier work and kills it so long after it said `word` first. Answers the last version that it finished. */
async function applyUntilKilled(
  directory: string,
  keyFile: string,
  word: 'BEGIN' | 'DONE',
  lifeMs: number,
): Promise<number> {
  const applier = spawn(process.execPath, [APPLIER, directory, keyFile, CATALOGUE], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  let said = '';
  let complaint = '';
  applier.stdout.on('data', (chunk: Buffer) => {
    const before = said.includes(word);
    said += chunk.toString();
    if (!before && said.includes(word)) setTimeout(() => applier.kill('SIGKILL'), lifeMs);
  });
  applier.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const signal = await new Promise((resolve) => applier.once('close', (_code, how) => resolve(how)));
  if (signal !== 'SIGKILL') throw new Error(`ended by ${String(signal)}: ${complaint}`);
  return Math.max(0, ...[...said.matchAll(/DONE (\d+)/g)].map(([, version]) => Number(version)));
}

test('kill -9 while versions come in: one of two versions is there, whole, and never an older one than was said', {
  timeout: LIMIT_MS,
}, async () => {
  const directory = temporary();
  const by = signer();
  const keyFile = join(directory, 'key.pem');
  writeFileSync(keyFile, by.publicKey);
  for (let version = 1; version <= VERSIONS; version += 1) {
    writeFileSync(join(directory, `answer-${version}`), answerOf(bundleOf(version, entriesOfVersion(version)), by));
  }
  let promised = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const word = kill % 2 === 0 ? 'BEGIN' : 'DONE';
    const finished = await applyUntilKilled(directory, keyFile, word, (kill * LONGEST_LIFE_MS) / KILLS);
    promised = Math.max(promised, finished);
    const opened = openStore({
      path: join(directory, 'catalogue.sqlite'),
      log: (id) => expect(['store-moved-aside', 'store-refused']).not.toContain(id),
      migrations: CATALOGUE_MIGRATIONS,
    });
    if (!opened.ok) throw new Error(opened.error);
    const versions = catalogueVersions(opened.value.db);
    const { current = 0, previous } = versions.numbers();
    expect([promised, promised + 1]).toContain(current);
    promised = current;
    if (current > 0) {
      expect(previous).toBe(current > 1 ? current - 1 : undefined);
      const loaded = await loadCurrent(versions);
      if (!loaded.ok) throw new Error(loaded.error);
      const names = loaded.value.entries.items.map(({ name }) => name.zh);
      expect(names).toEqual(Array.from({ length: ITEMS }, (_, index) => `第${current}版第${index + 1}项`));
    }
    opened.value.close();
  }
  expect(promised).toBeGreaterThan(1);
});
