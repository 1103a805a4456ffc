import { chromium } from '@playwright/test';
import { startGalleryServer } from '/work/main/test/journeys/gallery-server.ts';
import { measurePage } from '/work/main/test/journeys/gallery-measure.ts';
import { CASES } from '/work/main/renderer/gallery/samples.ts';
const [what, outDir, ...list] = process.argv.slice(2);
const { url, server } = await startGalleryServer();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const N = { textPx: 24, largestTextPx: 48, targetPx: 64, gapPx: 8, controlsBelowPx: 0 };
const M: Record<string, typeof N> = { normal: N, elder: { ...N, textPx: 30, targetPx: 96 }, contrast: N, reach: { ...N, controlsBelowPx: 960 }, 'elder,reach': { ...N, textPx: 30, targetPx: 96, controlsBelowPx: 960 } };
const page = await (await browser.newContext({ viewport: { width: 1080, height: 1920 }, reducedMotion: 'reduce', hasTouch: true })).newPage();
page.on('console', (m) => { if (m.type() === 'error') console.log('CONSOLE', m.text()); });
page.on('pageerror', (e) => console.log('ERR', e.message));
await page.goto(`${url}/gallery.html#screen=attract`);
const show = async (hash: string) => { await page.evaluate(async (n) => { location.hash = n; const f = () => new Promise<void>((r) => requestAnimationFrame(() => r())); await f(); await document.fonts.ready; await f(); await f(); }, hash); };
if (what === 'measure') {
  const cases = list.length ? list : ['oneMoment', ...CASES];
  for (const o of ['portrait', 'landscape']) {
    await page.setViewportSize(o === 'portrait' ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 });
    for (const mode of Object.keys(M)) for (const lang of ['zh-CN', 'en']) for (const c of cases) {
      await show(`screen=${c}&mode=${mode}&lang=${lang}&orientation=${o}`);
      const l = { ...M[mode]!, ...(o === 'landscape' && { controlsBelowPx: 0 }) };
      const f = await page.evaluate(measurePage, l);
      if (f.length) console.log(`${c} ${mode} ${lang} ${o}: ${f.length}: ${f.slice(0, 2).join(' | ').replace(/\n/g, ' ').slice(0, 260)}`);
    }
  }
} else {
  const shots: [string, string][] = [];
  for (const spec of list) {
    const [c, mode = 'normal', lang = 'zh-CN', o = 'portrait'] = spec.split('/');
    await page.setViewportSize(o === 'portrait' ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 });
    await show(`screen=${c}&mode=${mode}&lang=${lang}&orientation=${o}`);
    shots.push([spec, (await page.screenshot()).toString('base64')]);
  }
  const sheet = await (await browser.newContext({ viewport: { width: 2000, height: 400 } })).newPage();
  await sheet.setContent('<body style="margin:0;display:flex;flex-wrap:wrap;gap:8px;background:#888;width:2000px">' + shots.map(([n, d]) => `<figure style="margin:0"><div style="font:16px sans-serif">${n}</div><img style="${n.includes('landscape') ? 'width:990px' : 'width:660px'}" src="data:image/png;base64,${d}"></figure>`).join(''));
  await sheet.screenshot({ path: outDir!, fullPage: true });
}
await browser.close(); server.closeAllConnections(); server.close();
