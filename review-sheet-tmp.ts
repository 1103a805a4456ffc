import { chromium } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
const [dir, per, w, pre] = process.argv.slice(2); const n = Number(per);
const files = readdirSync(dir!).filter(f => f.endsWith('.png') && !f.startsWith('sheet') && f.startsWith(pre ?? '')).sort();
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const p = await b.newPage({ viewport: { width: n * Number(w), height: 400 } });
for (let i = 0; i < files.length; i += n) {
  const part = files.slice(i, i + n);
  await p.setContent('<body style="margin:0;display:flex;background:#888;align-items:flex-start">' + part.map(f => `<div style="width:${w}px"><div style="font:16px monospace;background:#ff0">${f}</div><img style="width:${Number(w)-6}px" src="data:image/png;base64,${readFileSync(dir + '/' + f).toString('base64')}"></div>`).join(''));
  await p.waitForTimeout(150);
  const o = `${dir}/sheet-${pre ?? ''}${String(i / n).padStart(2, '0')}.png`; await p.screenshot({ path: o, fullPage: true }); console.log(o, part.join(' '));
}
await b.close();
