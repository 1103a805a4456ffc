import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { lineTimeMs } from '../../native/transport/paced-port.ts';
import { openTouchPage, touch, waitForScreen } from '../journey/browser.ts';
import { personById } from '../rig/people.ts';
import { startRig } from '../rig/rig.ts';
import type { Bench } from './bench.ts';
import { timedReader, unixNow } from './card-reader.ts';
import { startCore } from './core.ts';
import { type Figure, figureOf } from './measure.ts';

const BAUD_RATE = 115_200;
/** Text and photo of a card with everything around them. */
const READ_REPLY_BYTES = 1_295;
const PEOPLE = ['wang-guilan', 'li-jianguo'];
const CLOCK_TRIPS = 30;
const SCREEN_LIMIT_MS = 5_000;

interface Shown {
  /** When React had put the screen into the document. */
  readonly domAt: number;
  /** When the next frame was about to be drawn. */
  readonly frameAt: number;
}

/** From the last byte of the reader's reply to the person's home page, beside the time that the wire takes by itself. */
export async function cardToPage(bench: Bench): Promise<readonly Figure[]> {
  const reader = await timedReader(bench, BAUD_RATE);
  const rig = bench.closing(
    await startRig({
      dataDir: join(bench.dir, 'rig'),
      outDir: join(bench.dir, 'paper'),
      changeConfig: ({ devices, ...config }) => ({
        ...config,
        devices: {
          ...devices,
          idCard: { driver: 'sdt', transport: { kind: 'serial', path: reader.path, baudRate: BAUD_RATE } },
        },
      }),
    }),
  );
  const core = bench.closing(await startCore(rig.configFile, rig.kioskDataDir));
  const { page } = bench.closing(await openTouchPage(core.url));
  await waitForScreen(page, 'attract');
  await watchScreens(page);
  const aheadMs = await pageClockAheadMs(page);

  const samples = { card: [] as number[], read: [] as number[], frame: [] as number[] };
  for (let run = 0; run < (bench.quick ? 5 : 20); run++) {
    reader.reset();
    reader.simulator.putCard(personById(rig.people, PEOPLE[run % PEOPLE.length] ?? '').card);
    const { domAt, frameAt } = await shown(page, 'home');
    const readAt = reader.lastByteAt('readBase');
    const knownAt = reader.lastByteAt('latestAddress');
    if (readAt === undefined || knownAt === undefined) throw new Error('home is shown, but no card was read');
    samples.read.push(domAt - aheadMs - readAt);
    samples.card.push(domAt - aheadMs - knownAt);
    samples.frame.push(frameAt - aheadMs - knownAt);
    await leave(page, () => reader.simulator.takeCard());
  }
  const beside = { what: 'read reply on the wire', value: lineTimeMs(READ_REPLY_BYTES, BAUD_RATE) };
  return [
    figureOf('card: last byte of the reader → page updated', 'ms', samples.card, beside),
    figureOf('card: last byte of the reader → next frame', 'ms', samples.frame, beside),
    figureOf('card: … from text and photo on, with 30 ms of module', 'ms', samples.read, beside),
  ];
}

/** Notes in the page when each screen came. */
async function watchScreens(page: Page): Promise<void> {
  await page.evaluate(() => {
    const now = (): number => performance.timeOrigin + performance.now();
    const seen = new Map<string, { domAt: number; frameAt: number }>();
    let last = document.body.dataset.screen;
    new MutationObserver(() => {
      const name = document.body.dataset.screen;
      if (name === undefined || name === last) return;
      last = name;
      const domAt = now();
      requestAnimationFrame(() => seen.set(name, { domAt, frameAt: now() }));
    }).observe(document.body, { attributes: true, attributeFilter: ['data-screen'] });
    Object.assign(globalThis, { seenScreens: seen });
  });
}

/** When the screen last came; waits for its frame. */
async function shown(page: Page, name: string): Promise<Shown> {
  const handle = await page.waitForFunction(
    (wanted) => {
      const { seenScreens } = globalThis as unknown as { seenScreens: Map<string, { domAt: number; frameAt: number }> };
      const seen = seenScreens.get(wanted);
      seenScreens.delete(wanted);
      return seen;
    },
    name,
    { timeout: SCREEN_LIMIT_MS },
  );
  const seen = await handle.jsonValue();
  if (!seen) throw new Error(`${name} was not seen`);
  return seen;
}

/** Both clocks are the machine's, but each process noted its own beginning: found out over the quickest of many trips. */
async function pageClockAheadMs(page: Page): Promise<number> {
  let best = { tripMs: Number.POSITIVE_INFINITY, aheadMs: 0 };
  for (let trip = 0; trip < CLOCK_TRIPS; trip++) {
    const before = unixNow();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const tripMs = unixNow() - before;
    if (tripMs < best.tripMs) best = { tripMs, aheadMs: there - before - tripMs / 2 };
  }
  return best.aheadMs;
}

/** Ends the visit the quick way: the button first, then the card, and the goodbye takes the next card. */
async function leave(page: Page, takeCard: () => void): Promise<void> {
  await touch(page, /^结束/);
  await waitForScreen(page, 'takeAway');
  takeCard();
  await waitForScreen(page, 'goodbye');
}
