import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Page } from '@playwright/test';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** The policy of the core, so that whatever it refuses is seen here. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self' ws:; img-src 'self' data:; font-src 'self'";

/** Used while the page's own subset is not built: the same letters, only larger files. */
const WHOLE_FONTS_CSS = [
  ['400', 'NotoSansSC-Regular.ttf'],
  ['700', 'NotoSansSC-Bold.ttf'],
]
  .map(([weight, file]) => `@font-face{font-family:"Tongban Sans";font-weight:${weight};src:url(/whole-fonts/${file})}`)
  .join('\n');

function fileOf(path: string): string {
  if (path.startsWith('/fonts/')) return join('dist', path);
  if (path.startsWith('/whole-fonts/')) return join('assets/fonts', path.slice('/whole-fonts/'.length));
  return join('dist/renderer', path);
}

/** Serves the built pages and fonts on a free port of the loopback. */
export async function startGalleryServer(): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = fileOf(path);
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    if (path === '/fonts/fonts.css' && !existsSync(file)) return response.end(WHOLE_FONTS_CSS);
    if (!existsSync(file)) return response.writeHead(404).end();
    return createReadStream(file).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** Shows one case of the gallery and waits until it is painted with its letters. */
export async function showCase(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (next) => {
    location.hash = next;
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
    await frame();
    await document.fonts.ready;
    await frame();
  }, hash);
}
