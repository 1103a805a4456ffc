import type { Server } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { residentEventSchema } from '../../contract/resident-event.ts';
import { openCameraBrowser, openCameraPage, tracksOn } from './camera-browser.ts';
import { measurePage } from './gallery-measure.ts';
import { showCase, startGalleryServer } from './gallery-server.ts';

// Signing before a locker's door opens: with a finger, with a button, with and without a picture.

let gallery: { url: string; server: Server };
let camera: Awaited<ReturnType<typeof openCameraBrowser>>;

test.beforeAll(async () => {
  gallery = await startGalleryServer();
  camera = await openCameraBrowser();
});

test.afterAll(async () => {
  await camera.close();
  gallery.server.closeAllConnections();
  gallery.server.close();
});

const open = async (name: string): Promise<Page> => {
  const page = await openCameraPage(camera.browser, `${gallery.url}/gallery.html#screen=${name}`, ['camera']);
  await page.locator('main').waitFor();
  await showCase(page, `screen=${name}&mode=normal`);
  return page;
};

/** One line from corner to corner of the middle of the pad. */
async function draw(page: Page): Promise<void> {
  const box = await page.locator('.signature-pad canvas').boundingBox();
  const at = (part: number): [number, number] => [
    (box?.x ?? 0) + (box?.width ?? 0) * part,
    (box?.y ?? 0) + (box?.height ?? 0) * part,
  ];
  await page.mouse.move(...at(0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.8), { steps: 12 });
  await page.mouse.up();
}

/** What was sent, which the core would take. */
async function signed(page: Page) {
  const text = await page.locator('html').getAttribute('data-signed');
  const event = residentEventSchema.parse(JSON.parse(text ?? 'null'));
  if (event.type !== 'sign') throw new Error('something else was sent');
  return event;
}

const finish = (page: Page) => page.getByRole('button', { name: '签好了，开柜门' });
const pause = (page: Page): Promise<void> => page.waitForTimeout(700);

test('a line on the pad is what is sent, once, and an empty or cleared pad cannot be sent', async () => {
  const page = await open('pickupSign');
  await expect(finish(page)).toHaveAttribute('aria-disabled', 'true');
  await draw(page);
  await expect(page.locator('.signature-note')).toHaveCount(0);
  await page.getByRole('button', { name: '重写' }).click();
  await expect(finish(page)).toHaveAttribute('aria-disabled', 'true');
  await draw(page);
  await finish(page).click();
  const { signature, still } = await signed(page);
  expect(still).toBeUndefined();
  expect(signature).toHaveLength(1);
  expect(signature[0]?.slice(0, 2)).toEqual([200, 200]);
  expect(signature[0]?.slice(-2)).toEqual([800, 800]);
  await pause(page);
  await page.locator('.screen-actions .button.primary').click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-sent', ' sign');
});

test('the line is there when the letters become larger in the middle of a name', async () => {
  const page = await open('pickupSign');
  await draw(page);
  const isInked = (): Promise<boolean> =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.signature-pad canvas');
      const pixel = canvas?.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
      return (pixel?.[3] ?? 0) > 0;
    });
  expect(await isInked()).toBe(true);
  await page.evaluate(() => document.documentElement.toggleAttribute('data-elder', true));
  await expect.poll(isInked).toBe(true);
});

test('whoever cannot sign presses a button, which sends a mark', async () => {
  const page = await open('pickupSign');
  await pause(page);
  await page.getByRole('button', { name: '不便签名，按这里确认' }).click();
  expect((await signed(page)).signature).toEqual([[300, 520, 450, 680, 720, 320]]);
});

test('with a yes one small picture goes along, and the camera is off again', async () => {
  const page = await open('pickup-still');
  expect(await tracksOn(page)).toBe(0);
  await pause(page);
  await page.getByRole('button', { name: '同意拍照' }).click();
  await expect(page.locator('.still-told')).toHaveText('照片拍好了，签名后一起保存', { timeout: 20_000 });
  expect(await tracksOn(page)).toBe(0);
  await draw(page);
  await finish(page).click();
  const { still = '' } = await signed(page);
  expect(Buffer.from(still, 'base64').subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(Buffer.from(still, 'base64').length).toBeLessThanOrEqual(28 * 1024);
});

test('with a no the camera is never opened', async () => {
  const page = await open('pickup-still');
  await pause(page);
  await page.getByRole('button', { name: '不拍照' }).click();
  await draw(page);
  await finish(page).click();
  expect((await signed(page)).still).toBeUndefined();
  expect(await page.evaluate(() => (window as unknown as { opened: unknown[] }).opened.length)).toBe(0);
});

test('a camera that is not there holds nobody up', async () => {
  const page = await open('pickup-still-no-camera');
  await pause(page);
  await page.getByRole('button', { name: '同意拍照' }).click();
  await expect(page.locator('.still-told')).toHaveText('没有拍到照片，不影响取件', { timeout: 20_000 });
  await draw(page);
  await finish(page).click();
  expect((await signed(page)).still).toBeUndefined();
});

test('after the question the page to sign holds its letters, targets and edges in every mode', async () => {
  const page = await open('pickup-still');
  const faults: string[] = [];
  for (const orientation of ['portrait', 'landscape'] as const) {
    const low = orientation === 'portrait';
    await page.setViewportSize(low ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 });
    for (const language of ['zh-CN', 'en'] as const) {
      await showCase(page, `screen=pickup-still&mode=elder,reach&lang=${language}&orientation=${orientation}`);
      await pause(page);
      await page.getByRole('button', { name: language === 'en' ? 'No picture' : '不拍照' }).click();
      await draw(page);
      const limits = { textPx: 30, largestTextPx: 48, targetPx: 96, gapPx: 8, controlsBelowPx: low ? 960 : 0 };
      faults.push(...(await page.evaluate(measurePage, limits)).map((fault) => `${orientation} ${language}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});
