import type { Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { STAFF_CASES } from '../../renderer/gallery/staff-cases.ts';
import { type Limits, measurePage } from './gallery-measure.ts';
import { showCase, startGalleryServer } from './gallery-server.ts';

// The staff's pages, for hands in gloves: larger targets than the residents' have, in both orientations and languages.

const SIZES = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1920, height: 1080 } } as const;
const GLOVES: Limits = { textPx: 24, largestTextPx: 40, targetPx: 96, gapPx: 8, controlsBelowPx: 0 };
const LANGUAGES = ['zh-CN', 'en'] as const;

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
  await page.goto(`${started.url}/gallery.html#screen=staff-closed`);
  await page.locator('main').waitFor();
});

test.afterAll(async () => {
  await context.close();
  server.closeAllConnections();
  server.close();
});

/** Shows a case, with nothing sent yet. */
async function show(hash: string): Promise<void> {
  await showCase(page, hash);
  await page.evaluate(() => {
    delete document.documentElement.dataset.sent;
  });
}
const sent = (events: string): Promise<void> => expect(page.locator('html')).toHaveAttribute('data-sent', events);

for (const orientation of ['portrait', 'landscape'] as const) {
  for (const language of LANGUAGES) {
    test(`letters, targets for gloves and edges hold in ${orientation}, ${language}`, async () => {
      await page.setViewportSize(SIZES[orientation]);
      const faults: string[] = [];
      for (const screen of STAFF_CASES) {
        await show(`screen=${screen}&lang=${language}`);
        const found = await page.evaluate(measurePage, GLOVES);
        faults.push(...found.map((fault) => `${screen}: ${fault}`));
      }
      expect(faults).toEqual([]);
    });
  }
}

test('axe finds nothing on any screen', async () => {
  // Once is enough: what it judges is the same in both orientations and languages.
  await page.setViewportSize(SIZES.landscape);
  const found: string[] = [];
  for (const screen of STAFF_CASES) {
    await show(`screen=${screen}&lang=zh-CN`);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .analyze();
    found.push(...violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`));
  }
  expect(found).toEqual([]);
});

test('digits are taken from the pad, from a number pad that is plugged in, and Enter ends them', async () => {
  await page.setViewportSize(SIZES.portrait);
  await show('screen=staff-signIn');
  await page.waitForTimeout(700);
  for (const digit of ['2', '0']) await page.getByRole('button', { name: digit, exact: true }).tap();
  for (const key of ['4', '1', 'Enter', 'a']) await page.keyboard.press(key);
  await sent(' key key key key key');
});

test('a row of impatient touches opens a door once', async () => {
  await show('screen=staff-parcel');
  await page.waitForTimeout(700);
  const button = page.getByRole('button', { name: '收回证照' });
  for (let touch = 0; touch < 4; touch += 1) await button.tap();
  await sent(' act');
});

test('answers of an inventory are taken as quickly as they are given', async () => {
  await show('screen=staff-inventory');
  for (const cell of [4, 5, 7, 8]) await page.getByRole('button', { name: `${cell} 号柜 相符`, exact: true }).tap();
  await sent(' seen seen seen seen');
});

test('nobody leaves the page of an open door', async () => {
  await show('screen=staff-putIn-open');
  for (const way of ['返回', '工作台', '退出'])
    await expect(page.getByRole('button', { name: way })).toHaveAttribute('aria-disabled', 'true');
});

test('every door of a long locker comes into sight by two buttons', async () => {
  await page.setViewportSize(SIZES.landscape);
  await show('screen=staff-cells-many');
  const next = page.getByRole('button', { name: '下一页' });
  for (let turn = 0; turn < 20 && (await next.getAttribute('aria-disabled')) === null; turn += 1) {
    await next.tap({ force: true });
    await page.waitForTimeout(60);
  }
  await expect(page.getByRole('button', { name: '120 号柜' })).toBeInViewport({ ratio: 1 });
});

test('nothing was refused by the content security policy and nothing was thrown', () => {
  expect(errors).toEqual([]);
});
