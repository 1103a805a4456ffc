import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, type Page, test } from '@playwright/test';
import jsQR from 'jsqr';
import { openTouchPage, type TouchPage, waitForScreen } from '../../scripts/journey/browser.ts';
import { axeFindsNothing, press } from '../support/hand.ts';
import { type Machine, startMachine } from '../support/machine.ts';

// The types of jsqr describe its bundled form; Node hands over the function itself.
const decode = jsQR as unknown as typeof jsQR.default;

let machine: Machine;
let opened: TouchPage;
test.beforeAll(async () => {
  machine = await startMachine();
  opened = await openTouchPage(machine.kiosk.url);
});
test.afterEach(() => machine.goes());
test.afterAll(async () => {
  await opened.close();
  await machine.close();
});

/** From the card to the record on the screen, by touch. */
async function toRecord(page: Page, person: string, item: RegExp): Promise<void> {
  machine.put(person);
  await waitForScreen(page, 'home');
  await press(page, item);
  await waitForScreen(page, 'confirm');
  await press(page, /同意并查询/);
  await waitForScreen(page, 'record');
}

async function readQr(png: string): Promise<string | undefined> {
  const image = await loadImage(readFileSync(png));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const { data } = canvas.getContext('2d').getImageData(0, 0, image.width, image.height);
  return decode(new Uint8ClampedArray(data), image.width, image.height)?.data;
}

test('a pensioner leaves with her medical-insurance record in four touches, and every screen is clean', async () => {
  const { page } = opened;
  await waitForScreen(page, 'attract');
  await axeFindsNothing(page);
  machine.put('wang-guilan');
  await waitForScreen(page, 'home');
  await expect(page.getByText('王**，您好')).toBeVisible();
  await axeFindsNothing(page);
  await press(page, /医保个人账户/);
  await waitForScreen(page, 'confirm');
  await axeFindsNothing(page);
  await press(page, /同意并查询/);
  await waitForScreen(page, 'record');
  await page.getByRole('button', { name: /^打印.*页/ }).waitFor();
  await axeFindsNothing(page);
  await press(page, /^打印.*页/);
  await waitForScreen(page, 'rating');
  await axeFindsNothing(page);
  await press(page, /^非常满意/);
  await waitForScreen(page, 'takeAway');
  await axeFindsNothing(page);
  machine.take();
  await waitForScreen(page, 'attract');
  expect(await page.content()).not.toContain('王');

  const [document, receipt] = machine.rig.papers.all();
  expect(document?.pages).toBe(5);
  const verifyUrl = await readQr(receipt?.file ?? '');
  const verified = await fetch(verifyUrl ?? '');
  expect(verified.status).toBe(200);
  expect(await verified.text()).toContain('王*');
});

test('a name with rare characters is right on the page, on paper and on the receipt', async () => {
  const { page } = opened;
  machine.rig.papers.take();
  await toRecord(page, 'zhao-gong-fu', /社保缴费/);
  await press(page, /显示/);
  await expect(page.getByText('赵𬭚𫖯').first()).toBeVisible();
  await press(page, /^打印.*页/);
  await waitForScreen(page, 'rating');
  const [document, receipt] = machine.rig.papers.all();
  const text = execFileSync('pdftotext', ['-layout', document?.file ?? '', '-'], { encoding: 'utf8' });
  expect(text).toContain('赵𬭚𫖯');
  // The line with the name is an image on the receipt: the printer's own font need not have it.
  expect(readFileSync((receipt?.file ?? '').replace(/png$/, 'txt'), 'utf8')).toContain('[图');
});

test("kill -9 of the page's process: the person is where they were", async () => {
  const { page } = opened;
  await toRecord(page, 'li-jianguo', /公积金/);
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await browser?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  for (const { type, id } of processInfo) if (type === 'browser') process.kill(id, 'SIGKILL');
  await expect.poll(() => page.isClosed()).toBe(true);
  opened = await openTouchPage(machine.kiosk.url);
  await waitForScreen(opened.page, 'record');
});

test('the network is cut: shown before the person starts, and told in a sentence', async () => {
  const { page } = opened;
  machine.put('wang-guilan');
  await waitForScreen(page, 'home');
  await machine.rig.network.unplug();
  await expect(page.getByText(/网络|联网/).first()).toBeVisible({ timeout: 20_000 });
  await machine.rig.network.plug();
  await expect(page.getByText(/需要联网|网络不通/)).toHaveCount(0, { timeout: 20_000 });
});

/** What stands on the page in hanzi, but for names and the button that leads back to Chinese. */
async function hanziOf(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => document.body.textContent ?? '');
  const names = ['关港村党群服务站', '玛*', '中文'];
  return names.reduce((rest, name) => rest.replaceAll(name, ''), text).match(/\p{Script=Han}+/gu) ?? [];
}

test('English is complete on the way: not a single hanzi but names', async () => {
  const { page } = opened;
  await waitForScreen(page, 'attract', 'goodbye', 'takeAway');
  machine.put('marie-tremblay');
  await waitForScreen(page, 'home');
  await press(page, 'English');
  await press(page, /Residence permit/i);
  await waitForScreen(page, 'confirm');
  expect(await hanziOf(page)).toEqual([]);
  await press(page, /agree/i);
  await waitForScreen(page, 'record', 'noRecord');
  await press(page, /^Leave|^Finish|^End/);
  await waitForScreen(page, 'takeAway');
  expect(await hanziOf(page)).toEqual([]);
});
