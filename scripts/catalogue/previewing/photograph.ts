import { startGalleryServer } from '../../../test/journeys/gallery-server.ts';
import { openTouchPage } from '../../journey/browser.ts';
import type { PreviewScreen } from './preview-screens.ts';

/** Photographs snapshots in the gallery page, in a real browser: PNG of 1080×1920. */
export async function photograph(
  screens: readonly PreviewScreen[],
  each: (name: string, png: Buffer) => void,
): Promise<void> {
  const { url, server } = await startGalleryServer();
  try {
    const { page, close } = await openTouchPage('about:blank');
    try {
      for (const [index, { name, snapshot }] of screens.entries()) {
        const text = Buffer.from(JSON.stringify(snapshot), 'utf8').toString('base64url');
        // The number makes it another page, loaded anew.
        await page.goto(`${url}/gallery.html?n=${index}#snapshot=${text}`);
        await page.locator('h1').first().waitFor();
        await page.evaluate(() => document.fonts.ready);
        each(name, await page.screenshot({ animations: 'disabled' }));
      }
    } finally {
      await close();
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
