import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, CHROMIUM_PATH, PORTRAIT } from '../../scripts/journey/browser.ts';
import { writeDocumentFilm } from './camera-film.ts';

/** A part of the label of the one camera that there is: Chromium calls it by the path of its film. */
export const CAMERA_LABEL = 'document-camera';
/** Where the looks are kept. */
export const LOOKS = 'out/playwright-cameras';

/** A browser with one camera, which shows a document film. */
export async function openCameraBrowser(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-film-'));
  const film = join(folder, `${CAMERA_LABEL}.mjpeg`);
  writeDocumentFilm(film);
  const browser = await chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: [...CHROMIUM_ARGS, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A page that may use what is granted and nothing else; it keeps an eye on every stream that is opened. */
export async function openCameraPage(browser: Browser, url: string, granted: readonly string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: PORTRAIT, hasTouch: true, reducedMotion: 'reduce' });
  await context.grantPermissions([...granted]);
  await context.addInitScript(() => {
    const opened: MediaStream[] = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      opened.push(stream);
      return stream;
    };
    Object.assign(window, { opened });
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** How many tracks are still on. */
export const tracksOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { opened } = window as unknown as { opened: MediaStream[] };
    return opened.flatMap((stream) => stream.getTracks()).filter((track) => track.readyState === 'live').length;
  });

/** How many streams there have been. */
export const streamsOpened = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { opened: MediaStream[] }).opened.length);

/** A number that changes when the picture does. */
export const pixels = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const video = document.querySelector('video');
    const brush = new OffscreenCanvas(64, 48).getContext('2d');
    if (!video || !brush) return 0;
    brush.drawImage(video, 0, 0, 64, 48);
    return brush.getImageData(0, 0, 64, 48).data.reduce((sum, value, at) => (sum * 31 + value * at) % 1_000_003, 7);
  });
