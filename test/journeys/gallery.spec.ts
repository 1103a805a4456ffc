import type { Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { CASES } from '../../renderer/gallery/samples.ts';
import { type Limits, measurePage } from './gallery-measure.ts';
import { startGalleryServer } from './gallery-server.ts';

const SIZES = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1920, height: 1080 } } as const;
const ALL_CASES = ['oneMoment', ...CASES];
const NORMAL: Limits = { textPx: 24, largestTextPx: 48, targetPx: 64, gapPx: 8, controlsBelowPx: 0 };
const ELDER: Limits = { ...NORMAL, textPx: 30, targetPx: 96 };
const REACH: Limits = { ...NORMAL, controlsBelowPx: SIZES.portrait.height / 2 };
const LIMITS: Readonly<Record<string, Limits>> = {
  normal: NORMAL,
  elder: ELDER,
  contrast: NORMAL,
  reach: REACH,
  'elder,reach': { ...REACH, textPx: 30, targetPx: 96 },
};

let server: Server;
let context: BrowserContext;
let page: Page;
const errors: string[] = [];

test.beforeAll(async ({ browser }) => {
  const started = await startGalleryServer();
  server = started.server;
  context = await browser.newContext({ viewport: SIZES.portrait, reducedMotion: 'reduce', hasTouch: true });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${started.url}/gallery.html#screen=attract`);
  await page.locator('main').waitFor();
});

test.afterAll(async () => {
  await context.close();
  server.closeAllConnections();
  server.close();
});

/** Shows one case and waits until it is painted with its letters. */
async function show(hash: string): Promise<void> {
  await page.evaluate(async (next) => {
    location.hash = next;
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
    await frame();
    await document.fonts.ready;
    await frame();
  }, hash);
}

for (const mode of ['normal', 'elder', 'contrast']) {
  test(`axe finds nothing on any screen in ${mode} mode`, async () => {
    await page.setViewportSize(SIZES.portrait);
    const found: string[] = [];
    for (const screen of ALL_CASES) {
      await show(`screen=${screen}&mode=${mode}`);
      const axe = new AxeBuilder({ page }).setLegacyMode(true);
      // 7:1 is asked for where a person chose it.
      if (mode === 'contrast') axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } });
      const { violations } = await axe.analyze();
      found.push(
        ...violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
      );
    }
    expect(found).toEqual([]);
  });
}

for (const orientation of ['portrait', 'landscape'] as const) {
  for (const mode of Object.keys(LIMITS)) {
    test(`letters, targets and edges hold in ${orientation} ${mode} mode, in both languages`, async () => {
      await page.setViewportSize(SIZES[orientation]);
      const faults: string[] = [];
      for (const language of ['zh-CN', 'en']) {
        for (const screen of ALL_CASES) {
          await show(`screen=${screen}&mode=${mode}&lang=${language}&orientation=${orientation}`);
          const limits = { ...(LIMITS[mode] ?? NORMAL), ...(orientation === 'landscape' && { controlsBelowPx: 0 }) };
          const found = await page.evaluate(measurePage, limits);
          faults.push(...found.map((fault) => `${screen} ${language}: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
    });
  }
}

test('the record turns by whole pages with two buttons and ends at the last row', async () => {
  await page.setViewportSize(SIZES.portrait);
  await show('screen=record&mode=normal');
  const next = page.getByRole('button', { name: '下一页' });
  await expect(page.locator('.pager-where')).toContainText('共 48 条');
  for (let turn = 0; turn < 20 && (await next.getAttribute('aria-disabled')) === null; turn += 1) {
    const before = await page.locator('.pager-where').textContent();
    await next.tap({ timeout: 5_000 });
    await expect(page.locator('.pager-where')).not.toHaveText(before ?? '');
  }
  await expect(page.locator('.pager-where')).toHaveText(/–48 条，共 48 条/);
});

test('with many facts the table still turns, and turns back to the facts', async () => {
  await show('screen=record-many-facts&mode=elder');
  const back = page.getByRole('button', { name: '上一页' });
  await page.getByRole('button', { name: '下一页' }).tap();
  await expect(page.locator('.record-scroll .facts')).not.toBeInViewport();
  await expect(back).toBeEnabled();
  // Forced: the second touch may find the button at rest already.
  await back.tap({ force: true });
  await back.tap({ force: true });
  await expect(page.locator('.record-scroll .facts dt').first()).toBeInViewport({ ratio: 1 });
});

test('everything that can be touched can be reached by keyboard, and the focus is seen', async () => {
  await show('screen=confirm&mode=normal');
  const buttons = await page.locator('button').count();
  const reached = new Set<string>();
  for (let press = 0; press < buttons + 2; press += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      return element instanceof HTMLButtonElement
        ? { text: element.textContent, outline: getComputedStyle(element).outlineStyle }
        : null;
    });
    if (!focus) continue;
    expect(focus.outline).toBe('solid');
    reached.add(focus.text);
  }
  expect(reached.size).toBe(buttons);
});

test('nothing was refused by the content security policy and nothing was thrown', () => {
  expect(errors).toEqual([]);
});
