import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Rig, startRig } from '../../center-rig.ts';
import type { LockerEvent } from '../locker.ts';
import { caseOf, codesOf, noticeOf, notices, parcelOf, put, stored } from '../locker-rig.ts';
import { composeMessage } from './compose.ts';

let rig: Rig;
let events: LockerEvent[] = [];
beforeEach(async () => {
  events = [];
  rig = await startRig({ onEvent: (event) => events.push(event) });
});
afterEach(() => rig.end());

const deliveries = async () =>
  (await notices(rig)).map(({ kind, delivery, code }) => ({ kind, delivery, code })).reverse();

describe('a message to the holder', () => {
  it('waits for its codes when the notice comes first, also over a restart', async () => {
    const parcel = parcelOf();
    await put(rig, 'notices', noticeOf(parcel.id));
    await put(rig, 'parcels', parcel);
    expect(await deliveries()).toEqual([{ kind: 'deposited', delivery: 'waiting', code: null }]);
    await rig.restart();
    await put(rig, 'codes', codesOf(parcel.id, { code: '123412' }));
    expect(await deliveries()).toEqual([{ kind: 'deposited', delivery: 'logged', code: '****12' }]);
  });

  it('stands in the log without number and codes, once', async () => {
    const parcel = parcelOf();
    const codes = codesOf(parcel.id, { code: '918273' });
    for (const [where, report] of [
      ['parcels', parcel],
      ['codes', codes],
    ] as const)
      await put(rig, where, report);
    const notice = noticeOf(parcel.id);
    await put(rig, 'notices', notice);
    await put(rig, 'notices', notice);
    expect(events).toMatchObject([{ event: 'message', kind: 'deposited', delivery: 'logged' }]);
    const said = JSON.stringify(events);
    expect(said).toContain('关港村党群服务站');
    expect(said).toContain('取件码****73');
    for (const secret of [codes.code, codes.qr, '10000000001', '王桂兰']) expect(said).not.toContain(secret);
  });

  it.each(['released', 'takenBack', 'canceled'] as const)('codes are erased when the parcel is %s', async (state) => {
    const parcel = parcelOf();
    const codes = codesOf(parcel.id, { code: '918273' });
    await put(rig, 'parcels', parcel);
    await put(rig, 'codes', codes);
    await put(rig, 'notices', noticeOf(parcel.id));
    await put(rig, 'parcels', { ...parcel, revision: 2, state, cell: null });
    expect(await deliveries()).toEqual([{ kind: 'deposited', delivery: 'logged', code: null }]);
    // What comes late is dead already, and is not kept.
    expect(await stored(put(rig, 'codes', codesOf(parcel.id, { issue: 2 })))).toBe('superseded');
    await put(rig, 'notices', noticeOf(parcel.id, { kind: 'again', issue: 2 }));
    expect((await deliveries()).at(-1)).toEqual({ kind: 'again', delivery: 'superseded', code: null });
  });

  it('new codes make the old ones, and what was not yet said of them, void', async () => {
    const parcel = parcelOf();
    await put(rig, 'parcels', parcel);
    await put(rig, 'notices', noticeOf(parcel.id));
    await put(rig, 'codes', codesOf(parcel.id, { issue: 2, code: '222222' }));
    expect(await stored(put(rig, 'codes', codesOf(parcel.id, { issue: 1, code: '111111' })))).toBe('superseded');
    await put(rig, 'notices', noticeOf(parcel.id, { kind: 'again', issue: 2 }));
    await put(rig, 'notices', noticeOf(parcel.id, { kind: 'reminder', issue: 1 }));
    expect(await deliveries()).toEqual([
      { kind: 'deposited', delivery: 'superseded', code: null },
      { kind: 'again', delivery: 'logged', code: '****22' },
      { kind: 'reminder', delivery: 'superseded', code: null },
    ]);
  });

  it('a notice for newer codes takes back one that still waits', async () => {
    const parcel = parcelOf();
    await put(rig, 'notices', noticeOf(parcel.id));
    await put(rig, 'notices', noticeOf(parcel.id, { kind: 'again', issue: 2 }));
    expect((await deliveries()).map(({ delivery }) => delivery)).toEqual(['superseded', 'waiting']);
  });

  it('after the end of a parcel its holder is told of it', async () => {
    const parcel = parcelOf({ state: 'released', cell: null });
    await put(rig, 'parcels', parcel);
    const { issue: _none, ...taken } = noticeOf(parcel.id, { kind: 'taken' });
    await put(rig, 'notices', taken);
    expect(await deliveries()).toEqual([{ kind: 'taken', delivery: 'logged', code: null }]);
    expect(events).toMatchObject([{ text: expect.stringContaining('如果不是您') }]);
  });

  it('without a number it fails, visibly', async () => {
    const caseNumber = caseOf(777);
    const parcel = parcelOf({ caseNumber, direction: 'material', unverified: true });
    await put(rig, 'parcels', parcel);
    const { issue: _none, ...notice } = noticeOf(parcel.id, { kind: 'handedIn', caseNumber });
    await put(rig, 'notices', notice);
    expect(await notices(rig)).toMatchObject([{ delivery: 'failed', failure: 'noMobile' }]);
  });

  it('one kiosk’s key does not write to the people of another site', async () => {
    const caseNumber = caseOf(93);
    const parcel = parcelOf({ caseNumber });
    await put(rig, 'parcels', parcel);
    await put(rig, 'codes', codesOf(parcel.id));
    await put(rig, 'notices', noticeOf(parcel.id, { caseNumber }));
    const { issue: _none, ...taken } = noticeOf(parcel.id, { kind: 'taken', caseNumber });
    await put(rig, 'notices', taken);
    for (const notice of await notices(rig)) expect(notice).toMatchObject({ delivery: 'failed', failure: 'elsewhere' });
    expect(events).toHaveLength(2);
  });

  it('erased codes are gone from the files too', async () => {
    const parcel = parcelOf();
    const codes = codesOf(parcel.id);
    await put(rig, 'codes', codes);
    await put(rig, 'parcels', { ...parcel, state: 'released', cell: null });
    await rig.restart();
    const bytes = readFileSync(join(rig.dataDir, 'center.sqlite'));
    expect(bytes.includes(codes.qr)).toBe(false);
  });
});

describe('the words', () => {
  const facts = {
    itemName: '居住证',
    place: '样本站',
    agents: false,
    direction: 'document' as const,
    until: '2026-11-26T20:00:00Z',
    at: '2026-11-21T15:30:00Z',
    codes: { code: '123456', link: 'http://center/pickup/TB1' },
  };
  const kinds = ['deposited', 'again', 'reminder', 'takenBack', 'taken', 'handedIn'] as const;

  it.each(kinds)('%s fits into five SMS and names place and help', (kind) => {
    const text = composeMessage(kind, facts);
    expect(text).toContain('样本站');
    expect(text).toContain('12345');
    expect(text.length).toBeLessThanOrEqual(5 * 67);
  });

  it('days and times are those of Shanghai', () => {
    expect(composeMessage('deposited', facts)).toContain('11月27日');
    expect(composeMessage('taken', facts)).toContain('11月21日23:30');
  });

  it('only where others may fetch it are they spoken of', () => {
    expect(composeMessage('deposited', facts)).toContain('只能由本人领取');
    expect(composeMessage('deposited', { ...facts, agents: true })).toContain('代领人');
  });
});
