import type { Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PORTRAIT } from '../../scripts/journey/browser.ts';
import { press } from '../support/hand.ts';
import { LOOKS, openCameraBrowser, openCameraPage } from './camera-browser.ts';
import { measurePage } from './gallery-measure.ts';
import { showCase, startGalleryServer } from './gallery-server.ts';

// How the cameras look on the technician page: a live one, one that is not there, none configured.

const CASES = ['technician', 'technician-camera-missing', 'technician-no-cameras'];

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

const SIZES = { portrait: PORTRAIT, landscape: { width: 1920, height: 1080 } } as const;

/** Each mode once, each orientation with its largest letters: a live picture makes a look slow. */
const SHOWN = [
  ['portrait', 'normal'],
  ['portrait', 'contrast'],
  ['portrait', 'elder,reach'],
  ['landscape', 'elder'],
  ['landscape', 'reach'],
] as const;

for (const [orientation, mode] of SHOWN) {
  test(`letters, targets and edges of the cameras hold in ${orientation} ${mode} mode, in both languages`, async () => {
    const page = await openCameraPage(camera.browser, `${gallery.url}/gallery.html#screen=attract`, ['camera']);
    await page.setViewportSize(SIZES[orientation]);
    const elder = mode.includes('elder');
    const low = mode.includes('reach') && orientation === 'portrait';
    const limits = {
      textPx: elder ? 30 : 24,
      largestTextPx: 48,
      targetPx: elder ? 96 : 64,
      gapPx: 8,
      controlsBelowPx: low ? PORTRAIT.height / 2 : 0,
    };
    const faults: string[] = [];
    for (const language of ['zh-CN', 'en'] as const) {
      for (const name of CASES) {
        await showCase(page, `screen=${name}&mode=${mode}&lang=${language}&orientation=${orientation}`);
        await press(page, /^(摄像头|Cameras)$/);
        await page.waitForTimeout(700);
        faults.push(...(await page.evaluate(measurePage, limits)).map((fault) => `${name} ${language}: ${fault}`));
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        faults.push(...violations.map(({ id, nodes }) => `${name} ${language}: ${id} ${nodes[0]?.html}`));
        await page.screenshot({ path: `${LOOKS}/${orientation}-${mode}-${language}-${name}.png` });
      }
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
}
