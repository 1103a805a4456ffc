import type { Server } from 'node:http';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { HOME_SHELVES, SECTIONS, SHELVES } from '../../renderer/gallery/sample-shelves.ts';
import { THEMES } from '../../renderer/gallery/sample-themes.ts';
import {
  DEPARTMENTS_SHOWN,
  ITEMS_SHOWN,
  POPULAR_SHOWN,
  SECTIONS_SHOWN,
  USUAL_SHOWN,
} from '../../renderer/resident/capacities.ts';
import { showCase, startGalleryServer } from './gallery-server.ts';

const PORTRAIT = { width: 1080, height: 1920 };

let server: Server;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  const started = await startGalleryServer();
  server = started.server;
  context = await browser.newContext({ viewport: PORTRAIT, reducedMotion: 'reduce', hasTouch: true });
  page = await context.newPage();
  await page.goto(`${started.url}/gallery.html#screen=attract`);
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

/** How many of these are wholly between header and footer, and seen at their middle. */
const inSight = (selector: string): Promise<number> =>
  page.evaluate((wanted) => {
    const top = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    const bottom = document.querySelector('footer')?.getBoundingClientRect().top ?? 0;
    return [...document.querySelectorAll(wanted)].filter((element) => {
      const box = element.getBoundingClientRect();
      const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return box.top >= top && box.bottom <= bottom && element.contains(middle);
    }).length;
  }, selector);

for (const language of ['zh-CN', 'en']) {
  test(`what “three touches” rests on is on one page each, without turning, in ${language}`, async () => {
    await show(`screen=home&lang=${language}`);
    expect(await inSight('.home .tile')).toBe(POPULAR_SHOWN);
    expect(await inSight('.chip:not(.all)')).toBe(HOME_SHELVES.length);
    expect(await inSight('.chip.all')).toBe(1);
    await show(`screen=departments&lang=${language}`);
    expect(SHELVES).toHaveLength(DEPARTMENTS_SHOWN);
    expect(await inSight('.shelves .shelf')).toBe(DEPARTMENTS_SHOWN);
    await show(`screen=department&lang=${language}`);
    expect(SECTIONS).toHaveLength(SECTIONS_SHOWN);
    expect(await inSight('.section-chips .shelf')).toBe(SECTIONS_SHOWN);
    expect(await inSight('.rows .row')).toBe(USUAL_SHOWN);
    await show(`screen=department-section&lang=${language}`);
    expect(await inSight('.section-chips .shelf')).toBe(SECTIONS_SHOWN);
    expect(await inSight('.rows .row')).toBe(ITEMS_SHOWN);
    await show(`screen=themes&lang=${language}`);
    expect(await inSight('.theme')).toBe(THEMES.length);
  });
}

test('a name that is cut on the screen is whole for a screen reader', async () => {
  await show('screen=department-section');
  await expect(
    page.getByRole('button', { name: '注销税务登记（适用于“一照一码”“两证整合”以外的纳税人）' }),
  ).toHaveCount(1);
});

test('quick keys are all typed, and the rest of a row of taps that opened the keyboard is not', async () => {
  await show('screen=home');
  await page.waitForTimeout(700);
  const search = await page.locator('.search-open').boundingBox();
  await page.touchscreen.tap((search?.x ?? 0) + 300, (search?.y ?? 0) + 40);
  await expect(page.locator('html')).toHaveAttribute('data-sent', ' openSearch');
  await show('screen=search-empty');
  const letter = (name: string): Promise<void> => page.locator('.key', { hasText: new RegExp(`^${name}$`) }).tap();
  await letter('Y');
  await expect(page.locator('html')).not.toHaveAttribute('data-sent', /key/);
  await page.waitForTimeout(700);
  for (const name of ['Y', 'L', 'B', 'X']) await letter(name);
  await expect(page.locator('html')).toHaveAttribute('data-sent', ' key key key key');
});

test('a keyboard that is plugged in types as well, and leaves the other keys their meaning', async () => {
  await show('screen=search-empty');
  for (const key of ['y', '7', 'Backspace', 'Shift', 'ArrowDown', 'Escape']) await page.keyboard.press(key);
  await expect(page.locator('html')).toHaveAttribute('data-sent', ' key key key');
});

test('three presses of the clock open the technician’s page while nobody is here, and nothing else does', async () => {
  await show('screen=home');
  for (let press = 0; press < 4; press += 1) await page.locator('.clock').tap();
  await show('screen=attract');
  await page.locator('.clock').tap();
  await page.locator('.clock').tap();
  await expect(page.locator('html')).not.toHaveAttribute('data-sent', /openTechnician/);
  await page.locator('.clock').tap();
  await expect(page.locator('html')).toHaveAttribute('data-sent', ' openTechnician');
});

test('what does not fit is turned by buttons to its end, and every item page has a way on', async () => {
  for (const screen of ['item', 'item-startable', 'item-phone-only', 'item-no-printer', 'item-bundle']) {
    for (const mode of ['normal', 'elder', 'reach']) {
      await show(`screen=${screen}&mode=${mode}`);
      await expect(page.getByText('12333').first()).toBeAttached();
      const next = page.getByRole('button', { name: '下一页' });
      for (let turn = 0; turn < 30 && (await next.getAttribute('aria-disabled')) === null; turn += 1) {
        // Forced: it may have come to rest already.
        await next.tap({ force: true });
        await page.waitForTimeout(60);
      }
      await expect(page.locator('.scroll-box > :last-child')).toBeInViewport();
      await expect(page.locator('.pager-where')).toHaveText('已到最后');
    }
  }
});
