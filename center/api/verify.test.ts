import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryAnswerSchema } from '../../contract/gateway.ts';
import { ITEM, queryFor, type Rig, startRig } from '../center-rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.end());

const open = (path: string) => rig.send('GET', path, undefined, {});

/** The path that the QR code of a new document opens. */
async function issued(personId: string, itemCode: string): Promise<string> {
  const answer = queryAnswerSchema.parse(
    await (await rig.send('POST', '/v1/queries', queryFor(personId, itemCode))).json(),
  );
  if (answer.outcome !== 'record') throw new Error('expected a record');
  expect(answer.document.verifyUrl.startsWith(`${rig.url}/verify/`)).toBe(true);
  return answer.document.verifyUrl.slice(rig.url.length);
}

describe('the verify page', () => {
  it('says what is on the paper and not whose it is', async () => {
    const response = await open(await issued('zhao-gong-fu', ITEM.account));
    const html = await response.text();
    expect(response.status).toBe(200);
    for (const text of [
      '文件真实',
      '基本医疗保险个人账户明细',
      '赵**',
      '2026年11月21日 10:00',
      '2016年11月 至 2026年10月',
      '120 条',
    ]) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain('𬭚');
    expect(html).not.toContain('319999197901309034');
  });

  it('a wrong code, no code and a number that does not exist give the same page', async () => {
    const genuine = await issued('wang-guilan', ITEM.account);
    const code = genuine.slice(genuine.indexOf('?c=') + 3);
    const flipped = (code.startsWith('A') ? 'B' : 'A') + code.slice(1);
    const wrong = [
      genuine.replace(code, flipped),
      genuine.replace(code, ''),
      genuine.replace(code, `${code}=`),
      genuine.slice(0, genuine.indexOf('?')),
      '/verify/SH20261121-22222222?c=AAAAAAAAAAAA',
      '/verify/%3Cscript%3E?c=AAAAAAAAAAAA',
    ];
    const pages = await Promise.all(wrong.map(open));
    expect(pages.map(({ status }) => status)).toEqual(wrong.map(() => 404));
    const bodies = await Promise.all(pages.map((page) => page.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('没有查到这份文件');
  });

  it('still knows the paper after a restart, and its key is nobody else’s to read', async () => {
    const path = await issued('liu-yan', ITEM.certificate);
    const { pathname, search } = new URL(path, rig.url);
    await rig.restart();
    expect((await open(pathname + search)).status).toBe(200);
    expect(statSync(join(rig.dataDir, 'verify.key')).mode & 0o777).toBe(0o600);
  });

  it('loads nothing from anywhere and is not kept', async () => {
    const response = await open(await issued('wang-guilan', ITEM.account));
    const html = await response.text();
    expect(html).not.toMatch(/<script|src=|href=|url\(|@import/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
