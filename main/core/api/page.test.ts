import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { beforeEach, expect, test } from 'vitest';
import { COOKIE as cookie, openPageServer, TOKEN } from './testing.ts';

let url: string;
let origin: string;
beforeEach(async () => {
  ({ url, origin } = await openPageServer());
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(origin + path, { headers, redirect: 'manual' });

test('the token in the address becomes a cookie that scripts cannot read, and leaves the address', async () => {
  const answer = await fetch(url, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/');
  expect(answer.headers.get('set-cookie')).toBe(`${cookie}; Path=/; HttpOnly; SameSite=Strict`);
  expect((await get('/', { cookie })).status).toBe(200);
});

test.each([
  ['no cookie', '/', {}],
  ['a wrong cookie', '/', { cookie: 'tongban=wrong' }],
  ['a wrong token', '/?token=wrong', {}],
  ['the token twice', `/?token=${TOKEN}&token=${TOKEN}`, {}],
  ['a file that is not there', '/absent', {}],
  ['the dock', '/dock', {}],
  ['a font', '/fonts/index.html', {}],
  ['an address that is none', '//', {}],
])('%s: forbidden', async (_, path, headers) => {
  const answer = await get(path, headers);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toBe('forbidden');
});

test('every answer says that nothing from elsewhere may be loaded', async () => {
  for (const headers of [{}, { cookie }]) {
    const answer = await get('/', headers);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self'");
    expect(policy).toContain(`connect-src 'self' ${origin.replace('http', 'ws')};`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(answer.headers.get('permissions-policy')).toMatch(/^camera=\(self\), /);
    expect(answer.headers.get('permissions-policy')).toContain('microphone=()');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('nothing outside its folder is served', async () => {
  const { port } = new URL(origin);
  const outgoing = request({ port, host: '127.0.0.1', path: '/../../../../etc/hostname', headers: { cookie } });
  outgoing.end();
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
});
