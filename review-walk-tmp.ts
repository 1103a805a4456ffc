import { readFileSync } from 'node:fs';
import { openTouchPage, waitForScreen } from './scripts/journey/browser.ts';
export const ctl = async (c: string) => (await fetch(`http://127.0.0.1:45671/${c}`)).text();
const url = readFileSync('/tmp/rv-url', 'utf8').trim();
export const { page, close } = await openTouchPage(url);
const out = process.env.OUT ?? '/tmp/rv';
export const shot = async (n: string) => { await page.waitForTimeout(350); await page.screenshot({ path: `${out}/${n}.png` }); console.log('shot', n, await page.evaluate(() => document.body.dataset.screen)); };
export const P = async (name: string | RegExp) => { await page.waitForTimeout(700); await page.getByRole('button', { name }).first().tap({ timeout: 4000 }); await page.waitForTimeout(250); };
export const type = async (l: string) => { await page.waitForTimeout(700); for (const c of l) { await page.getByRole('button', { name: c, exact: true }).first().tap({ timeout: 4000 }); } await page.waitForTimeout(200); };
export const wait = (...n: string[]) => waitForScreen(page, ...n);
export const scr = () => page.evaluate(() => document.body.dataset.screen);
/** Finds an item by typing initials and touching its name. */
export const open = async (keys: string, name: RegExp) => { await P('首页').catch(() => {}); await wait('home'); await P(/点这里搜索/); await wait('search'); await type(keys); await P(name); };
