import type { Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { CASES } from '../../renderer/gallery/samples.ts';
import { type Limits, measurePage } from './gallery-measure.ts';
import { showCase, startGalleryServer } from './gallery-server.ts';

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

const show = (hash: string): Promise<void> => showCase(page, hash);

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

/** The rows that no header and no edge of the box covers, counted from 1. */
function rowsInSight(): { first: number; last: number } {
  const box = document.querySelector('.record-scroll')?.getBoundingClientRect();
  const whole = [...document.querySelectorAll('[data-row]')].map((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const head = row.closest('table')?.querySelector('thead')?.getBoundingClientRect();
    return box !== undefined && head !== undefined && top >= head.bottom - 2 && bottom <= box.bottom + 2;
  });
  return { first: whole.indexOf(true) + 1, last: whole.lastIndexOf(true) + 1 };
}

for (const [sample, all] of [
  ['record', 48],
  ['record-two-tables', 69],
] as const) {
  for (const mode of ['normal', 'elder']) {
    test(`${sample} in ${mode} mode: turned by whole pages, every row comes into sight, and none is said that is covered`, async () => {
      await page.setViewportSize(SIZES.portrait);
      await show(`screen=${sample}&mode=${mode}`);
      const next = page.getByRole('button', { name: '下一页' });
      const where = page.locator('.pager-where');
      await expect(where).toContainText(`共 ${all} 条`);
      let seen = 0;
      for (let turn = 0; turn < 40; turn += 1) {
        const { first, last } = await page.evaluate(rowsInSight);
        await expect(where).toHaveText(`第 ${first}–${last} 条，共 ${all} 条`);
        expect(first).toBeLessThanOrEqual(seen + 1);
        seen = last;
        if ((await next.getAttribute('aria-disabled')) !== null) break;
        const before = await where.textContent();
        await next.tap({ timeout: 5_000 });
        await expect(where).not.toHaveText(before ?? '');
      }
      expect(seen).toBe(all);
    });
  }
}

test('impatient taps on “agree” do not reach “print” at the same place', async () => {
  await page.setViewportSize(SIZES.portrait);
  await show('screen=confirm&mode=normal');
  await page.waitForTimeout(700);
  await page.evaluate(() => delete document.documentElement.dataset.sent);
  const box = await page.getByRole('button', { name: '同意并查询' }).boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) * 0.7, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await page.touchscreen.tap(x, y);
  await show('screen=record&mode=normal');
  const below = await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.textContent, [
    x,
    y,
  ] as const);
  expect(below).toContain('打印');
  for (const pause of [60, 120, 200, 60, 150, 90]) {
    await page.waitForTimeout(pause);
    await page.touchscreen.tap(x, y);
  }
  await expect(page.locator('html')).toHaveAttribute('data-sent', ' confirm');
  await page.waitForTimeout(700);
  await page.touchscreen.tap(x, y);
  await expect(page.locator('html')).toHaveAttribute('data-sent', ' confirm print');
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
