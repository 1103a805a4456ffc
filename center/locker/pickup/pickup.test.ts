import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Rig, startRig } from '../../center-rig.ts';
import { openDatabase } from '../../store/database.ts';
import { caseOf, codesOf, parcelOf, put } from '../locker-rig.ts';
import { rateLimit } from './rate-limit.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.end());

const open = async (qr: string) => {
  const response = await rig.send('GET', `/pickup/${qr}`, undefined, {});
  return { status: response.status, headers: response.headers, text: await response.text() };
};

async function deposit() {
  const parcel = parcelOf();
  const codes = codesOf(parcel.id, { code: '918273' });
  await put(rig, 'parcels', parcel);
  await put(rig, 'codes', codes);
  return { parcel, codes };
}

describe('the page behind a pick-up link', () => {
  it('shows the code and the place; no name, no item, no cell, no six digits', async () => {
    const { codes } = await deposit();
    const { status, text, headers } = await open(codes.qr);
    expect(status).toBe(200);
    expect(text).toContain('<svg');
    expect(text).toContain('关港村党群服务站');
    for (const secret of ['王', '居住证', '社会保障卡', '7号', codes.code]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/<script|<img|src=|href=/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('says what else is needed: where nobody else may fetch it, the holder’s card and nothing less', async () => {
    const { codes } = await deposit();
    expect((await open(codes.qr)).text).toContain('或者短信里的6位取件码');
    const own = parcelOf({ caseNumber: caseOf(3) });
    const ownCodes = codesOf(own.id);
    await put(rig, 'codes', ownCodes);
    for (const known of [false, true]) {
      if (known) await put(rig, 'parcels', own);
      const { text } = await open(ownCodes.qr);
      expect(text).toContain('只能由本人带身份证领取');
      expect(text).not.toMatch(/6位取件码|six digits/);
    }
  });

  it('what cannot be found sends people to the counter, and its codes are erased', async () => {
    const { parcel, codes } = await deposit();
    await put(rig, 'parcels', { ...parcel, revision: 2, state: 'lost', cell: null });
    const { text } = await open(codes.qr);
    expect(text).toContain('请带身份证到窗口询问');
    expect(text).not.toContain('<svg');
    const database = openDatabase(rig.dataDir);
    expect(database.prepare('SELECT count(*) FROM locker_codes WHERE sealed IS NOT NULL').pluck().get()).toBe(0);
    database.close();
  });

  it('says what became of it afterwards', async () => {
    const { parcel, codes } = await deposit();
    const newer = codesOf(parcel.id, { issue: 2 });
    await put(rig, 'codes', newer);
    expect((await open(codes.qr)).text).toContain('二维码已更换');
    await put(rig, 'parcels', { ...parcel, revision: 2, state: 'released', cell: null });
    for (const qr of [codes.qr, newer.qr]) {
      const { text } = await open(qr);
      expect(text).toContain('已取走');
      expect(text).not.toContain('<svg');
    }
  });

  it('taken back is not the same as taken', async () => {
    const { parcel, codes } = await deposit();
    await put(rig, 'parcels', { ...parcel, revision: 2, state: 'takenBack', cell: null });
    expect((await open(codes.qr)).text).toContain('已由工作人员取回');
  });

  it('a wrong check, an unknown number and nonsense get the same answer, and then none', async () => {
    const { codes } = await deposit();
    const wrongCheck = codes.qr.slice(0, -1) + (codes.qr.endsWith('0') ? '1' : '0');
    const answers = [await open(wrongCheck), await open(codesOf('x').qr), await open('%3Cscript%3E')];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    for (let guess = 0; guess < 17; guess++) await open('TB1000000000000X');
    expect((await open('TB1000000000000X')).status).toBe(429);
    expect((await open(codes.qr)).status).toBe(429);
  });

  it('behind a proxy that is trusted, who guesses shuts out nobody else; others cannot lend themselves addresses', async () => {
    const { codes } = await deposit();
    const from = (address: string, qr: string) =>
      rig.send('GET', `/pickup/${qr}`, undefined, { 'x-forwarded-for': address });
    await rig.restart({ trustedProxy: '127.0.0.1,::1' });
    for (let guess = 0; guess < 20; guess++) await from('203.0.113.7', 'TB1000000000000X');
    expect((await from('203.0.113.7', codes.qr)).status).toBe(429);
    expect((await from('203.0.113.8', codes.qr)).status).toBe(200);
    await rig.restart();
    for (let guess = 0; guess < 20; guess++) await from(`203.0.113.${guess}`, 'TB1000000000000X');
    expect((await from('203.0.113.99', codes.qr)).status).toBe(429);
  });
});

describe('counting by address', () => {
  it('one that used up its share waits for the next window; others do not', () => {
    let nowMs = 0;
    const limit = rateLimit(2, 1000, () => nowMs);
    for (const key of ['a', 'a', 'b']) limit.count(key);
    expect(['a', 'b', 'c'].map((key) => limit.exhausted(key))).toEqual([true, false, false]);
    expect(limit.total()).toBe(3);
    nowMs = 1000;
    expect(limit.exhausted('a')).toBe(false);
  });

  it('many addresses do not fill the memory: beyond ten thousand they are one', () => {
    const limit = rateLimit(2, 1000, () => 0);
    for (let each = 0; each < 10_002; each++) limit.count(`address ${each}`);
    expect(limit.exhausted('address 5')).toBe(false);
    expect(limit.exhausted('one more')).toBe(true);
  });
});
