import { chromium, type Page } from '@playwright/test';

/** Debian's browser; Playwright brings none of its own here. */
export const CHROMIUM_PATH = '/usr/bin/chromium';
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
export const PORTRAIT = { width: 1080, height: 1920 };
const SCREEN_LIMIT_MS = 30_000;
const POLL_INTERVAL_MS = 8;

export interface TouchPage {
  readonly page: Page;
  close(): Promise<void>;
}

/** A page of 1080×1920 that is touched, not clicked. */
export async function openTouchPage(url: string): Promise<TouchPage> {
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS });
  const context = await browser.newContext({ viewport: PORTRAIT, hasTouch: true, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(url);
  return { page, close: () => browser.close() };
}

/** Waits until the page shows one of these screens, and says which. */
export async function waitForScreen(page: Page, ...names: readonly string[]): Promise<string> {
  const shown = page.waitForFunction(
    (expected) => expected.find((name) => document.body.dataset.screen === name),
    names,
    { timeout: SCREEN_LIMIT_MS, polling: POLL_INTERVAL_MS },
  );
  try {
    return String(await (await shown).jsonValue());
  } catch (error) {
    const now = await page.evaluate(() => document.body.dataset.screen);
    throw new Error(`waited for ${names.join(' or ')}, the page shows ${now}`, { cause: error });
  }
}

/** Touches the button or tile whose accessible name begins with `name`. */
export async function touch(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().tap();
}
