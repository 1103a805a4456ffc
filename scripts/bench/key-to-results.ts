import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openTouchPage, touch, waitForScreen } from '../journey/browser.ts';
import { startRig } from '../rig/rig.ts';
import type { Bench } from './bench.ts';
import { startCore } from './core.ts';
import { type Figure, figureOf } from './measure.ts';

/** Typed one letter after the other; the field is emptied in between. */
const TYPED = ['ybgrzh', 'gongjijin', 'jzzsl', 'tuixiu', 'shbx'];
/** Between two keys, as a quick finger: a key that came before the last was drawn would be counted with it. */
const KEY_PAUSE_MS = 120;

/** From a key going down to its results in the next frame, in a real browser before a real core, beside an empty frame. */
export async function keyToResults(bench: Bench): Promise<readonly Figure[]> {
  const rig = bench.closing(await startRig({ dataDir: join(bench.dir, 'rig'), outDir: join(bench.dir, 'paper') }));
  const core = bench.closing(await startCore(rig.configFile, rig.kioskDataDir));
  const { page } = bench.closing(await openTouchPage(core.url));
  await waitForScreen(page, 'attract');
  await touch(page, /没带身份证/);
  await waitForScreen(page, 'home');
  await page.waitForTimeout(1_000);
  await touch(page, /点这里搜索/);
  await waitForScreen(page, 'search');
  await page.waitForTimeout(1_000);

  const frames = await emptyFrames(page);
  const samples: number[] = [];
  const words = bench.quick ? TYPED.slice(0, 2) : [...TYPED, ...TYPED, ...TYPED];
  for (const word of words) {
    for (const letter of word) {
      samples.push(await keyToFrame(page, letter.toUpperCase()));
      await page.waitForTimeout(KEY_PAUSE_MS);
    }
    await page.getByRole('button', { name: '清空', exact: true }).tap();
    await page.waitForTimeout(KEY_PAUSE_MS);
  }
  return [
    figureOf('search: key down → results in the next frame', 'ms', samples, {
      what: 'two empty frames',
      value: Math.max(...frames),
    }),
  ];
}

/** What the screen takes by itself: two frames in a row with nothing to draw. */
const emptyFrames = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const frame = (): Promise<number> =>
      new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
    const spans: number[] = [];
    for (let turn = 0; turn < 20; turn++) {
      const before = await frame();
      await frame();
      spans.push((await frame()) - before);
    }
    return spans.toSorted((a, b) => a - b).slice(0, 18);
  });

/** Presses the key inside the page and waits for the frame after the field and its results have changed. */
async function keyToFrame(page: Page, key: string): Promise<number> {
  return page.evaluate(async (letter) => {
    const button = [...document.querySelectorAll('button.key')].find(({ textContent }) => textContent === letter);
    if (!button) throw new Error(`no key ${letter}`);
    const before = document.body.dataset.sequence;
    const startedAt = performance.now();
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, isPrimary: true }));
    while (document.body.dataset.sequence === before) {
      if (performance.now() - startedAt > 5_000) throw new Error('the key had no effect');
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return new Promise<number>((resolve) =>
      // The frame is drawn after this callback: the one after it says that it was.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - startedAt))),
    );
  }, key);
}
