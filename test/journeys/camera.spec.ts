import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { waitForScreen } from '../../scripts/journey/browser.ts';
import { axeFindsNothing, press } from '../support/hand.ts';
import { type Machine, startMachine } from '../support/machine.ts';
import {
  CAMERA_LABEL,
  LOOKS,
  openCameraBrowser,
  openCameraPage,
  pixels,
  streamsOpened,
  tracksOn,
} from './camera-browser.ts';
import { FILM } from './camera-film.ts';

// The page is the real one and so are core and configuration; the camera is the browser's own, which plays a film.

const NOT_THERE = 'Face Camera 0c45:6366';

let machine: Machine;
let camera: Awaited<ReturnType<typeof openCameraBrowser>>;

test.beforeAll(async () => {
  camera = await openCameraBrowser();
  machine = await startMachine({}, async (rig) => {
    const config = JSON.parse(readFileSync(rig.configFile, 'utf8'));
    config.devices.cameras = {
      document: { label: CAMERA_LABEL.toUpperCase(), rotate: 90 },
      person: { label: NOT_THERE },
    };
    writeFileSync(rig.configFile, JSON.stringify(config));
  });
});

test.afterAll(async () => {
  await camera.close();
  await machine.close();
});

async function openCameras(page: Page): Promise<void> {
  await waitForScreen(page, 'attract', 'outOfService');
  for (let presses = 0; presses < 3; presses += 1) await page.locator('.clock').tap();
  await waitForScreen(page, 'technician');
  await press(page, '摄像头');
  await page.getByRole('dialog').waitFor();
}

/** Back where the next test begins. */
async function leave(page: Page): Promise<void> {
  await press(page, '关闭');
  await expect.poll(() => tracksOn(page)).toBe(0);
  await machine.resident.touch({ type: 'back' });
  await page.context().close();
}

test('the configured document camera is shown upright and moves; a still has all its pixels; nothing stays on', async () => {
  const page = await openCameraPage(camera.browser, machine.kiosk.url, ['camera']);
  await openCameras(page);
  const video = page.locator('video');
  await expect(video).toBeVisible();
  await expect(page.locator('.camera-frame')).toHaveAttribute('data-rotate', '90');
  await expect(page.getByText(CAMERA_LABEL)).toBeVisible();
  const first = await pixels(page);
  await expect.poll(() => pixels(page)).not.toBe(first);

  await press(page, '拍一张');
  const told = page.locator('[data-still=taken]');
  await expect(told).toContainText(`拍到 ${FILM.height} × ${FILM.width} 像素`, { timeout: 20_000 });
  await expect(told).toContainText(/\d (KB|MB)/);
  await page.screenshot({ path: `${LOOKS}/portrait.png` });
  await axeFindsNothing(page);
  expect(await tracksOn(page)).toBe(1);
  await leave(page);
});

test('a camera that promises a photo and never gives one: the frame is taken, in the same size', async () => {
  const page = await openCameraPage(camera.browser, machine.kiosk.url, ['camera']);
  await page.evaluate(() => {
    ImageCapture.prototype.takePhoto = () => new Promise(() => undefined);
  });
  await openCameras(page);
  await expect(page.locator('video')).toBeVisible();
  await press(page, '拍一张');
  await expect(page.locator('[data-still=taking]')).toBeVisible();
  await expect(page.locator('[data-still=taken]')).toContainText(`拍到 ${FILM.height} × ${FILM.width} 像素`, {
    timeout: 20_000,
  });
  await leave(page);
});

test('no camera has the configured name: said in a sentence, with the names that are there', async () => {
  const page = await openCameraPage(camera.browser, machine.kiosk.url, ['camera']);
  await openCameras(page);
  await press(page, '人像摄像头');
  const none = page.locator('[data-camera=missing]');
  await expect(none).toContainText(`没有找到名称里有“${NOT_THERE}”的摄像头`);
  await expect(none).toContainText(CAMERA_LABEL);
  await expect(page.getByRole('button', { name: '拍一张' })).toHaveAttribute('aria-disabled', 'true');
  expect(await tracksOn(page)).toBe(0);
  await page.screenshot({ path: `${LOOKS}/missing.png` });
  await axeFindsNothing(page);
  await leave(page);
});

test('the shell does not allow cameras: said in a sentence, and it opens by itself once it is allowed', async () => {
  const page = await openCameraPage(camera.browser, machine.kiosk.url, []);
  await openCameras(page);
  await expect(page.locator('[data-camera=refused]')).toContainText('没有得到使用摄像头的许可');
  await page.screenshot({ path: `${LOOKS}/refused.png` });
  await page.context().grantPermissions(['camera']);
  await expect(page.locator('video')).toBeVisible({ timeout: 20_000 });
  await leave(page);
});

/** Of this browser, the process that reads cameras for all pages. */
async function cameraProcess(): Promise<number> {
  const session = await camera.browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const found = processInfo.find(({ id }) =>
    readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('VideoCaptureService'),
  );
  if (!found) throw new Error('no process reads cameras');
  return found.id;
}

test('kill -9 of the process that reads the camera: the picture comes back by itself', async () => {
  const page = await openCameraPage(camera.browser, machine.kiosk.url, ['camera']);
  await openCameras(page);
  await expect(page.locator('video')).toBeVisible();
  await expect.poll(() => tracksOn(page)).toBe(1);
  process.kill(await cameraProcess(), 'SIGKILL');
  await expect.poll(() => streamsOpened(page), { timeout: 20_000 }).toBeGreaterThan(1);
  await expect(page.locator('video')).toBeVisible({ timeout: 20_000 });
  const first = await pixels(page);
  await expect.poll(() => pixels(page)).not.toBe(first);
  expect(await tracksOn(page)).toBe(1);
  await leave(page);
});
