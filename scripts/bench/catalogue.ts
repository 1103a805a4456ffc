import { generateKeyPairSync, sign } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Bundle, type EntryText, makeBundle, readBundle } from '../../contract/catalogue/bundle.ts';
import type { Manifest } from '../../contract/catalogue/manifest.ts';
import { ok } from '../../contract/result.ts';
import { type CatalogueKeeper, openCatalogue } from '../../main/catalogue/keeper.ts';
import { systemClock } from '../../native/clock.ts';
import { projectRoot } from '../rig/places.ts';
import type { Bench } from './bench.ts';
import { elapsedMs, type Figure, figureOf, percentile, repeat } from './measure.ts';

const SEED = join(projectRoot, 'assets', 'catalogue', 'catalogue.jsonl');
const SITE = { kioskId: '310120-0042', division: '310120' };
const DELTA_SHARE = 100;
const NS_PER_MS = 1e6;

/** The program's own catalogue: loaded from the store, changed by a hundredth, replaced as a whole; beside parsing and writing as many bytes. */
export async function catalogue(bench: Bench): Promise<readonly Figure[]> {
  const runs = bench.quick ? 3 : 10;
  const seed = readBundle(readFileSync(SEED, 'utf8'));
  const about = JSON.parse(seed.manifest) as Manifest;
  const all = about.entries.map((entry): EntryText => ({ ...entry, text: seed.texts.get(entry.digest) ?? '' }));
  const bytes = Buffer.from([...seed.texts.values()].join('\n'));
  const center = testCenter(about);
  const open = (): Promise<CatalogueKeeper> =>
    openCatalogue({
      dataDir: join(bench.dir, 'kiosk'),
      seedFile: SEED,
      site: SITE,
      catalogueKey: center.publicKey,
      fetchDelta: async () => ok(center.answer()),
      clock: systemClock,
      log: () => undefined,
    });

  const parse = await repeat(runs, () => [...seed.texts.values()].map((text): unknown => JSON.parse(text)));
  const disk = await repeat(runs, (run) => writeDurably(join(bench.dir, `bare-${run}`), bytes));
  const parseMs = { what: `JSON.parse of the same ${all.length} texts`, value: percentile(parse, 0.5) };

  let keeper: CatalogueKeeper | undefined;
  const first = await elapsedMs(async () => {
    keeper = await open();
  });
  // Stored by now: one thing comes after the other.
  await keeper?.checkNow();
  await keeper?.close();

  const loads: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    loads.push(
      await elapsedMs(async () => {
        keeper = await open();
      }),
    );
    await keeper?.close();
  }
  const last = bench.closing(await open());

  const figures: Figure[] = [
    figureOf('catalogue: first start, from the seed', 'ms', [first], parseMs),
    figureOf('catalogue: load from the store', 'ms', loads, parseMs),
  ];
  for (const [name, share] of [
    ['delta of 1 %', DELTA_SHARE],
    ['full replacement', 1],
  ] as const) {
    const times: number[] = [];
    const blocks: number[] = [];
    const sent: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      sent.push(center.publish(all.map((entry, index) => (index % share === 0 ? changed(entry) : entry))));
      const watch = monitorEventLoopDelay({ resolution: 1 });
      watch.enable();
      times.push(
        await elapsedMs(async () => {
          const done = await last.checkNow();
          if (done.outcome !== 'applied') throw new Error(JSON.stringify(done));
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 5));
      watch.disable();
      blocks.push(watch.max / NS_PER_MS);
    }
    const bare = await repeat(runs, (run) =>
      writeDurably(join(bench.dir, `sent-${share}-${run}`), Buffer.alloc(percentile(sent, 0.5), 0x61)),
    );
    figures.push(
      figureOf(`catalogue: ${name}`, 'ms', times, {
        what: 'write of the same bytes + fdatasync',
        value: percentile(bare, 0.5),
      }),
      figureOf(`  longest block of the event loop`, 'ms', blocks),
    );
  }
  figures.push(figureOf('  the limit: all texts written + fdatasync', 'ms', disk));
  return figures;
}

let changes = 0;

/** An item or a guide in other words; anything else stays as it is, since others name it. */
function changed(entry: EntryText): EntryText {
  if (entry.kind !== 'item' && entry.kind !== 'guide') return entry;
  changes += 1;
  const value = JSON.parse(entry.text) as { name: { en: string } } | { result: { en: string } };
  if ('result' in value) value.result.en = `Change ${changes}`;
  else value.name.en = `Change ${changes}`;
  return { ...entry, text: JSON.stringify(value) };
}

/** Signs and gives the differences to the version before, as the real one does. */
function testCenter(about: Manifest) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  let { version } = about;
  let had = new Set(about.entries.map(({ digest }) => digest));
  let answer = Buffer.from(JSON.stringify({ outcome: 'unchanged', version }));
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    answer: (): Uint8Array => answer,
    /** Answers how many bytes are sent. */
    publish(entries: readonly EntryText[]): number {
      version += 1;
      const { catalogue: name, publishedAt, sample } = about;
      const { manifest, texts }: Bundle = makeBundle({ catalogue: name, version, publishedAt, sample }, entries);
      const missing = Object.fromEntries([...texts].filter(([digest]) => !had.has(digest)));
      had = new Set(texts.keys());
      const signature = sign(null, Buffer.from(manifest), privateKey).toString('base64');
      answer = Buffer.from(JSON.stringify({ outcome: 'changed', manifest, signature, entries: missing }));
      return answer.length;
    },
  };
}

function writeDurably(path: string, content: Uint8Array): void {
  const fd = openSync(path, 'w');
  try {
    writeSync(fd, content);
    fdatasyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
