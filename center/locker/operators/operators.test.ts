import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KIOSK, kioskHeaders, NOW, OTHER_KIOSK, type Rig, startRig } from '../../center-rig.ts';
import type { LockerEvent } from '../locker.ts';
import { actOf, caseOf, cellOf, codesOf, eventually, noticeOf, parcelOf, put } from '../locker-rig.ts';
import { operatorsSchema } from './authentication.ts';
import { hashPassword, passwordMatches } from './password-hash.ts';

const PASSWORD = 'specimen-pass-一二三';
const HASH = hashPassword(PASSWORD);
const basic = (name: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
});
const OPERATOR = basic('demo', PASSWORD);

let rig: Rig;
let events: LockerEvent[] = [];
beforeEach(async () => {
  events = [];
  rig = await startRig({ operators: { demo: HASH }, loginDelayMs: 1, onEvent: (event) => events.push(event) });
});
afterEach(() => rig.end());

const get = (path: string, headers: Record<string, string> = OPERATOR) => rig.send('GET', path, undefined, headers);
const map = async () => (await get('/operator/locker')).text();
/** Markup of one cell. */
const tile = (page: string, cell: number): string =>
  page.split('<div class="cell ').find((part) => part.includes(`<b><span>${cell}</span>`)) ?? '';

describe('who may see the operators’ pages', () => {
  it('without operators there are none', async () => {
    await rig.restart({ operators: undefined });
    for (const path of ['/operator/locker', '/operator/messages']) expect((await get(path)).status).toBe(404);
  });

  it.each([
    ['nothing', {}],
    ['a wrong password', basic('demo', `${PASSWORD}!`)],
    ['somebody unknown', basic('root', PASSWORD)],
    ['no name', basic('', PASSWORD)],
    ['noise', { authorization: 'Basic \u00ff' }],
    ['a kiosk', kioskHeaders()],
  ] as const)('%s is asked for a password', async (_name, headers) => {
    const response = await get('/operator/locker', { ...headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Basic');
    expect(await response.text()).not.toContain('文件柜');
  });

  it('wrong passwords are counted, shown, and then not even looked at', async () => {
    for (let each = 0; each < 10; each++) expect((await get('/operator/locker', basic('demo', 'x'))).status).toBe(401);
    expect((await get('/operator/locker', basic('demo', 'x'))).status).toBe(429);
    expect(events).toHaveLength(10);
    expect(events.at(-1)).toMatchObject({ event: 'operatorRefused', failures: 10 });
  });

  it('whoever guesses waits alone', async () => {
    await rig.restart({ operators: { demo: HASH }, loginDelayMs: 60_000 });
    const ending = new AbortController();
    const guesses = Array.from({ length: 4 }, () =>
      fetch(`${rig.url}/operator/locker`, { headers: basic('demo', 'x'), signal: ending.signal }),
    );
    await eventually(() => events.length === 4 || undefined);
    expect((await get('/operator/locker')).status).toBe(200);
    ending.abort();
    await Promise.allSettled(guesses);
  });

  it('a failed log-in stands on the page of the next one who may', async () => {
    await get('/operator/locker', basic('demo', 'x'));
    expect(await map()).toContain('登录失败 1 次');
  });

  it('a hash proves one password, holds nothing of it, and differs each time', async () => {
    expect(hashPassword(PASSWORD)).not.toBe(HASH);
    expect(HASH).not.toContain(PASSWORD);
    expect(await passwordMatches(PASSWORD, HASH)).toBe(true);
    expect(await passwordMatches('', HASH)).toBe(false);
    expect(await passwordMatches(PASSWORD, 'scrypt$99$8$1$aa$bb')).toBe(false);
    expect(operatorsSchema.safeParse({ demo: PASSWORD }).success).toBe(false);
  });
});

describe('the locker map', () => {
  it('shows what was reported: cells, what lies in them, faults', async () => {
    const hours = (ago: number) => new Date(Date.parse('2026-11-21T02:00:00Z') - ago * 3_600_000).toISOString();
    await put(rig, 'cells', cellOf(1, { size: 'small' }));
    await put(rig, 'cells', cellOf(2));
    await put(rig, 'cells', cellOf(3, { door: 'open', out: 'doorStuck', exceptions: ['notOpened'] }));
    await put(rig, 'cells', cellOf(4, { size: 'large' }));
    await put(rig, 'parcels', parcelOf({ cell: 2, storedAt: hours(5) }));
    await put(rig, 'parcels', parcelOf({ cell: 4, state: 'planned', caseNumber: caseOf(3), storedAt: undefined }));
    const page = await map();
    expect(tile(page, 1)).toMatch(/^free".*小.*空/s);
    expect(tile(page, 2)).toMatch(/^occupied".*中.*有件.*在柜里 5小时/s);
    expect(tile(page, 3)).toMatch(/^outOfService".*停用.*门打不开.*门开.*发了指令门没有开/s);
    expect(tile(page, 4)).toMatch(/^reserved".*大.*预留/s);
    expect(page).toContain('空 1 · 预留 1 · 有件 1 · 停用 1');
    expect(page).toContain('11-21 10:00');
  });

  it('follows: what was fetched is gone, newer faults replace older ones', async () => {
    const parcel = parcelOf({ cell: 2 });
    await put(rig, 'cells', cellOf(2, { exceptions: ['openedAlone'], revision: 1 }));
    await put(rig, 'parcels', parcel);
    expect(await map()).toContain('role="alert">关港村党群服务站（310120-0042）2号柜格：没有指令门却开了');
    await put(rig, 'parcels', { ...parcel, revision: 2, state: 'released', cell: null });
    await put(rig, 'cells', cellOf(2, { revision: 2 }));
    const page = await map();
    expect(tile(page, 2)).toMatch(/^free"/);
    expect(page).not.toContain('role="alert"');
  });

  it('lists what is overdue, the case number masked', async () => {
    await put(rig, 'cells', cellOf(2));
    await put(rig, 'parcels', parcelOf({ cell: 2, overdueAt: '2026-11-20T10:00:00+08:00' }));
    const page = await map();
    expect(page).toContain('310120*****0002');
    expect(page).not.toContain(caseOf(2));
    expect(tile(page, 2)).toContain('超期');
  });

  it('what a machine lost is on the list until its case is put in again', async () => {
    await put(rig, 'cells', cellOf(2));
    await put(rig, 'parcels', parcelOf({ cell: 2 }));
    await put(rig, 'losses', { id: randomUUID(), kioskId: KIOSK, at: '2026-11-21T10:00:02+08:00' });
    const page = await map();
    expect(page).toContain('记录丢失，1 件下落待查');
    expect(page).toContain('310120*****0002');
    expect(tile(page, 2)).toMatch(/^free"/);
    await put(rig, 'parcels', parcelOf({ cell: 5, changedAt: '2026-11-21T11:00:00+08:00' }));
    expect(await map()).not.toContain('下落待查');
  });

  it('what staff looked for and did not find is an alarm, with the cell it was in, until it turns up', async () => {
    const parcel = parcelOf({ cell: 2 });
    await put(rig, 'cells', cellOf(2));
    await put(rig, 'parcels', parcel);
    await put(rig, 'parcels', { ...parcel, revision: 2, state: 'lost', cell: null });
    const page = await map();
    expect(page).toContain('role="alert">关港村党群服务站（310120-0042）1 件下落不明');
    expect(page).toMatch(/下落不明（1）.*310120\*{5}0002.*<td>2号<\/td><td>下落不明<\/td>/s);
    expect(tile(page, 2)).toMatch(/^free"/);
    await put(rig, 'parcels', { ...parcel, revision: 3, state: 'takenBack', cell: null });
    expect(await map()).not.toContain('下落不明');
  });

  it('papers that are missing stay on the list when more are handed in', async () => {
    await put(rig, 'cells', cellOf(2));
    const papers = { caseNumber: caseOf(101), direction: 'material' } as const;
    await put(rig, 'parcels', parcelOf({ ...papers, state: 'lost', cell: null }));
    await put(rig, 'parcels', parcelOf({ ...papers, changedAt: '2026-11-21T11:00:00+08:00' }));
    expect(await map()).toContain('1 件下落不明');
  });

  it('a report of this minute is “刚刚”, an older one so many minutes ago', async () => {
    await put(rig, 'cells', cellOf(1));
    expect(await map()).toContain('（最后一次报告：刚刚）');
    await rig.restart({ operators: { demo: HASH }, now: () => new Date(NOW.getTime() + 300_000) });
    expect(await map()).toContain('（最后一次报告：5分钟前）');
  });

  it('shows every kiosk, and what lies with staff', async () => {
    const theirs = { ...cellOf(1), kioskId: OTHER_KIOSK };
    await put(rig, 'cells', theirs, { headers: kioskHeaders(OTHER_KIOSK) });
    await put(rig, 'cells', cellOf(1));
    await put(rig, 'parcels', parcelOf({ cell: null, state: 'inHand' }));
    const page = await map();
    expect(page).toContain('关港村党群服务站');
    expect(page).toContain('样本新村社区事务受理服务中心');
    expect(page).toContain('在工作人员手上（1）');
  });

  it('odd text stays text', async () => {
    await put(rig, 'cells', cellOf(1));
    const number = '<img src=x onerror=alert(1)>&"\'';
    await put(
      rig,
      'acts',
      actOf({ kind: 'inspect', actor: { who: 'staff', number, second: '</td>' }, reason: 'dirty' }),
    );
    const page = await map();
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;、&lt;/td&gt;');
  });

  it('runs nothing, loads nothing, and renews itself', async () => {
    const response = await get('/operator/locker');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    expect(page).toContain('http-equiv="refresh"');
    expect(page).not.toMatch(/<script|style="|onclick/);
  });
});

describe('the page of messages', () => {
  it('shows what was said without number and codes, and what failed', async () => {
    const parcel = parcelOf();
    const codes = codesOf(parcel.id, { code: '918273' });
    await put(rig, 'parcels', parcel);
    await put(rig, 'codes', codes);
    await put(rig, 'notices', noticeOf(parcel.id));
    const caseNumber = caseOf(777);
    await put(rig, 'notices', noticeOf(parcel.id, { kind: 'taken', caseNumber, issue: undefined }));
    const page = await (await get('/operator/messages')).text();
    expect(page).toContain('取件码****73');
    expect(page).toContain('100****0001');
    expect(page).toContain('发送失败：没有手机号');
    for (const secret of [codes.code, codes.qr, '10000000001', caseOf(2)]) expect(page).not.toContain(secret);
    expect(await map()).toContain('有 1 条通知发送失败');
  });

  it('a message whose codes do not come is an alarm', async () => {
    await put(rig, 'notices', noticeOf(parcelOf().id));
    expect(await map()).not.toContain('等不到取件码');
    await rig.restart({ operators: { demo: HASH }, now: () => new Date(NOW.getTime() + 3_600_000) });
    expect(await map()).toContain('有 1 条通知等不到取件码');
  });
});
