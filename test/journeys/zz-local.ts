import { chromium } from '@playwright/test';
import { startGalleryServer } from './gallery-server.ts';
import { measurePage } from './gallery-measure.ts';
const { url, server } = await startGalleryServer();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const N = { textPx: 24, largestTextPx: 48, targetPx: 64, gapPx: 8, controlsBelowPx: 0 };
const M: Record<string, typeof N> = { normal: N, elder: { ...N, textPx: 30, targetPx: 96 }, contrast: N, reach: { ...N, controlsBelowPx: 960 }, 'elder,reach': { ...N, textPx: 30, targetPx: 96, controlsBelowPx: 960 } };
const page = await (await browser.newContext({ viewport: { width: 1080, height: 1920 }, reducedMotion: 'reduce', hasTouch: true })).newPage();
await page.goto(`${url}/gallery.html#screen=attract`);
const steps: [string, string[], string?][] = [
  ['item-bundle', ['看包含的事项（5 项）|The services in it (5)']],
  ['search', ['看结果（23 项）|See results (23)']],
  ['department', ['看常办事项|Often used services']],
  ['fill', ['数字 123|Digits 123']],
  ['fill-date-filled', ['5 月|May']],
  ['fill-date-filled', ['31 日|31']],
  ['departments', ['下一页|Next']], ['themes', ['下一页|Next']], ['theme', ['下一页|Next']],
];
let n = 0;
for (const o of ['portrait', 'landscape']) {
  await page.setViewportSize(o === 'portrait' ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 });
  for (const mode of Object.keys(M)) for (const lang of ['zh-CN', 'en']) for (const [c, names] of steps) {
    await page.evaluate((h) => { location.hash = h; }, `screen=${c}&mode=${mode}&lang=${lang}&orientation=${o}&n=${n++}`);
    await page.waitForTimeout(30);
    const [zh, en] = names[0]!.split('|');
    const b = page.getByRole('button', { name: lang === 'en' ? en! : zh!, exact: true });
    if (!(await b.count())) continue;
    await b.first().evaluate((e: HTMLElement) => e.click());
    
    await page.waitForTimeout(40);
    const l = { ...M[mode]!, ...(o === 'landscape' && { controlsBelowPx: 0 }) };
    const f = await page.evaluate(measurePage, l);
    if (f.length) console.log(`${c} ${mode} ${lang} ${o}: ${f.length}: ${f.slice(0, 2).join(' | ').slice(0, 220)}`);
    if (process.argv[2] === `${c}/${mode}/${o}` && lang === 'zh-CN') await page.screenshot({ path: '/tmp/s/local.png' });
  }
}
await browser.close(); server.closeAllConnections(); server.close();
