import { startGalleryServer } from '../../test/journeys/gallery-server.ts';
import { openTouchPage } from '../journey/browser.ts';

/** Photographs one screen of the gallery (`dist/renderer/gallery.html`) as a PNG of 1080×1920. */
export async function photographGallery(screen: string): Promise<Buffer> {
  const { url, server } = await startGalleryServer();
  try {
    const { page, close } = await openTouchPage(`${url}/gallery.html?screen=${screen}`);
    try {
      await page.locator('h1').first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      return await page.screenshot({ animations: 'disabled' });
    } finally {
      await close();
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
