import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startCenter } from '../../center/center.ts';
import { type EntryText, makeBundle, writeBundle } from '../../contract/catalogue/bundle.ts';
import { type CatalogueKeeper, openCatalogue } from '../../main/catalogue/keeper.ts';
import { codeOf, itemEntry, surroundings } from '../../main/catalogue/store/testing/sample-entries.ts';
import { fetchDeltaFrom } from '../../main/catalogue/sync/fetch-delta.ts';
import { readCatalogueKey } from '../../main/sync/catalogue-key.ts';
import { createCenterClient } from '../../main/sync/center-client.ts';
import { systemClock } from '../../native/clock.ts';
import { machineCommand } from '../../scripts/catalogue/commands/machine-command.ts';
import { DEMO_KIOSK_ID, enrol, enrolledKey } from '../../scripts/rig/kiosk-files.ts';

// A real center, enrolment as the demo does it, and a kiosk's keeper on the other side of loopback.

const log = (): void => undefined;
const items = (...numbers: number[]): EntryText[] => [...surroundings, ...numbers.map((number) => itemEntry(number))];
const codes = (keeper: CatalogueKeeper): string[] =>
  keeper
    .current()
    .items.map(({ code }) => code)
    .toSorted();

async function city() {
  const directory = mkdtempSync(join(tmpdir(), 'tongban-city-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const seedFile = join(directory, 'catalogue.jsonl');
  const about = { catalogue: 'test-city', version: 3, publishedAt: '2026-11-21T08:00:00+08:00', sample: true };
  writeFileSync(seedFile, writeBundle(makeBundle(about, items(1, 2))));
  const kiosk = join(directory, 'kiosk');
  const { keysFile } = enrol(kiosk, join(directory, 'center'));
  const kioskKeys = JSON.parse(readFileSync(keysFile, 'utf8')) as Record<string, string>;
  const center = await startCenter({ dataDir: join(directory, 'center'), kioskKeys, catalogueFile: seedFile });
  onTestFinished(() => center.close());
  const open = async (dataDir = kiosk): Promise<CatalogueKeeper> => {
    const client = createCenterClient({
      url: center.url,
      kioskId: DEMO_KIOSK_ID,
      key: enrolledKey(kiosk),
      clock: systemClock,
      log,
      queryTimeoutMs: 5000,
    });
    const key = readCatalogueKey(join(dataDir, 'secrets'));
    const keeper = await openCatalogue({
      dataDir,
      seedFile,
      site: { kioskId: DEMO_KIOSK_ID, division: '310120' },
      catalogueKey: key.ok ? key.value : undefined,
      fetchDelta: fetchDeltaFrom(client),
      clock: systemClock,
      log,
    });
    onTestFinished(async () => {
      client.stop();
      await keeper.close();
    });
    return keeper;
  };
  return { directory, center, open };
}

test('what the center publishes is what the kiosk serves, version after version', async () => {
  const { center, open } = await city();
  const keeper = await open();
  expect(await keeper.checkNow()).toEqual({ outcome: 'unchanged' });
  for (const wanted of [[1, 2, 3], [3, 4], [1]]) {
    const version = await center.catalogue.publish(items(...wanted));
    expect(await keeper.checkNow()).toEqual({ outcome: 'applied', version });
    expect(codes(keeper)).toEqual(wanted.map(codeOf));
  }
  expect(keeper.status()).toMatchObject({ version: 6, previousVersion: 5, items: 1 });
});

test('a kiosk that was away for several versions gets the newest', async () => {
  const { center, open } = await city();
  await center.catalogue.publish(items(5));
  await center.catalogue.publish(items(2, 6));
  const keeper = await open();
  expect(await keeper.checkNow()).toMatchObject({ outcome: 'applied', version: 5 });
  expect(codes(keeper)).toEqual([2, 6].map(codeOf));
});

test('a machine that was not enrolled takes nothing from anybody', async () => {
  const { center, open, directory } = await city();
  await center.catalogue.publish(items(5));
  const keeper = await open(join(directory, 'stranger'));
  expect(await keeper.checkNow()).toMatchObject({ outcome: 'refused', refused: { reason: 'noKey' } });
  expect(codes(keeper)).toEqual([1, 2].map(codeOf));
});

test('by itself: asks when it starts and when it is woken', async () => {
  const { center, open } = await city();
  const keeper = await open();
  const changed = () =>
    new Promise<void>((resolve) => {
      const off = keeper.onChange(() => {
        off();
        resolve();
      });
    });
  await center.catalogue.publish(items(7));
  const first = changed();
  keeper.start();
  await first;
  expect(codes(keeper)).toEqual([codeOf(7)]);
  await center.catalogue.publish(items(8));
  const second = changed();
  keeper.wake();
  await second;
  expect(codes(keeper)).toEqual([codeOf(8)]);
});

test('a technician goes back to the version before on a stopped kiosk, and it is not taken again', async () => {
  const { directory, center, open } = await city();
  const kiosk = join(directory, 'kiosk');
  const running = await open();
  const wrong = await center.catalogue.publish(items(7));
  await running.checkNow();
  await running.close();
  const said: string[] = [];
  const output = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) };
  const options = { dataDir: kiosk, catalogue: directory, json: false };
  expect(await machineCommand({ ...options, rollback: false }, output)).toBe(0);
  expect(said[0]).toContain(`version ${wrong}`);
  expect(await machineCommand({ ...options, rollback: true }, output)).toBe(0);
  expect(said.at(-4)).toContain('version 3');
  const again = await open();
  expect(codes(again)).toEqual([1, 2].map(codeOf));
  expect(await again.checkNow()).toEqual({ outcome: 'unchanged' });
  expect(await machineCommand({ ...options, rollback: true, dataDir: join(directory, 'nowhere') }, output)).toBe(1);
});
