import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kioskHeaders, OTHER_KIOSK, type Rig, startRig } from '../../center-rig.ts';
import { drawFor } from '../../records/draw.ts';
import { openDatabase } from '../../store/database.ts';
import {
  actOf,
  caseOf,
  cellOf,
  codesOf,
  evidenceOf,
  noticeOf,
  notices,
  parcelOf,
  put,
  standingOf,
  stored,
} from '../locker-rig.ts';
import { overdueListSchema } from './list-routes.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.end());

const others = kioskHeaders(OTHER_KIOSK);
const inventoryOf = () => ({
  id: randomUUID(),
  kioskId: '310120-0042',
  by: '1001',
  cells: 24,
  differences: [{ cell: 3, written: 'occupied', seen: 'free' }],
  at: '2026-11-21T08:00:00+08:00',
});
const overdue = async (headers = kioskHeaders()) =>
  overdueListSchema.parse(await (await rig.send('GET', '/v1/locker/overdue', undefined, headers)).json()).overdue;

/** Everything a kiosk reports of one document, from reserved to fetched. */
function visit(number: number) {
  const id = randomUUID();
  const caseNumber = caseOf(number);
  const states = ['planned', 'putting', 'stored', 'releasing', 'released'] as const;
  const parcels = states.map((state, index) =>
    parcelOf({ id, caseNumber, state, revision: index + 1, cell: state === 'released' ? null : number }),
  );
  const act = actOf({ parcelId: id });
  return [
    ...parcels.map((report) => ['parcels', report] as const),
    ['codes', codesOf(id)] as const,
    ['notices', noticeOf(id, { caseNumber })] as const,
    ['acts', { ...act, state: 'planned' as const }] as const,
    ['acts', { ...act, revision: 2 }] as const,
    ['evidence', evidenceOf({ id: act.id, parcelId: id })] as const,
    ['cells', cellOf(number)] as const,
    ['inventories', inventoryOf()] as const,
  ];
}

describe('reports of a locker', () => {
  it('everything sent three times in random order is kept once, and the newest state counts', async () => {
    const draw = drawFor('locker replay');
    const messages = [11, 12, 13]
      .flatMap(visit)
      .flatMap((message) => [message, message, message])
      .map((message) => ({ message, order: draw.fraction() }))
      .toSorted((a, b) => a.order - b.order);
    const answers = await Promise.all(messages.map(({ message: [where, report] }) => stored(put(rig, where, report))));
    expect(answers.filter((answer) => answer === 'duplicate')).toHaveLength((messages.length / 3) * 2);
    await rig.restart();
    for (const number of [11, 12, 13]) expect(await standingOf(rig, number)).toBe('closed');
    expect(await notices(rig)).toHaveLength(3);
    const database = openDatabase(rig.dataDir);
    const count = (sql: string) => database.prepare(sql).pluck().get();
    expect(count('SELECT count(*) FROM locker_codes WHERE sealed IS NOT NULL')).toBe(0);
    expect(count('SELECT count(*) FROM locker_parcels')).toBe(15);
    expect(count('SELECT count(*) FROM locker_parcels WHERE newest = 1')).toBe(3);
    expect(count("SELECT count(*) FROM locker_acts WHERE newest = 1 AND state = 'closed'")).toBe(3);
    expect(count('SELECT count(*) FROM locker_evidence')).toBe(3);
    database.close();
  });

  it('an older revision that comes late is superseded and changes nothing', async () => {
    const id = randomUUID();
    expect(await stored(put(rig, 'parcels', parcelOf({ id, revision: 5, state: 'takenBack', cell: null })))).toBe(
      'new',
    );
    expect(await stored(put(rig, 'parcels', parcelOf({ id, revision: 3 })))).toBe('superseded');
    expect(await stored(put(rig, 'parcels', parcelOf({ id, revision: 3 })))).toBe('duplicate');
    expect(await standingOf(rig, 2)).toBe('ready');
  });

  it('a key or a revision that was used for something else is a conflict', async () => {
    const report = parcelOf();
    await put(rig, 'parcels', report, { key: 'a' });
    expect(await stored(put(rig, 'parcels', report, { key: 'b' }))).toBe('duplicate');
    expect((await put(rig, 'parcels', { ...report, cell: 8 }, { key: 'c' })).status).toBe(409);
    expect((await put(rig, 'parcels', parcelOf(), { key: 'a' })).status).toBe(409);
    const codes = codesOf(report.id);
    await put(rig, 'codes', codes);
    expect((await put(rig, 'codes', { ...codes, code: '000000' }, { key: 'd' })).status).toBe(409);
  });

  it('two kiosks may use the same key, and have the same cells', async () => {
    const theirs = { ...cellOf(3, { size: 'large' }), kioskId: OTHER_KIOSK };
    expect(await stored(put(rig, 'cells', cellOf(3), { key: 'cell:3:1' }))).toBe('new');
    expect(await stored(put(rig, 'cells', theirs, { key: 'cell:3:1', headers: others }))).toBe('new');
  });

  it('nobody reports for another kiosk, changes what another reported, or reads it', async () => {
    const report = parcelOf({ overdueAt: '2026-11-20T10:00:00+08:00' });
    await put(rig, 'parcels', report);
    await put(rig, 'notices', noticeOf(report.id));
    expect((await put(rig, 'parcels', report, { headers: others })).status).toBe(403);
    const stolen = { ...report, kioskId: OTHER_KIOSK, revision: 9, state: 'released' as const };
    expect((await put(rig, 'parcels', stolen, { headers: others, key: 'x' })).status).toBe(409);
    expect(await standingOf(rig, 2)).toBe('stored');
    expect(await overdue()).toMatchObject([{ parcelId: report.id, cell: 7 }]);
    expect(await overdue(others)).toEqual([]);
    expect(await notices(rig, others)).toEqual([]);
  });

  it('a parcel of one kiosk is not ended by codes, notices or parcels of another', async () => {
    const report = parcelOf();
    await put(rig, 'parcels', report);
    await put(rig, 'codes', codesOf(report.id, { code: '123456' }));
    const theirs = codesOf(report.id, { kioskId: OTHER_KIOSK, issue: 9 });
    await put(rig, 'codes', theirs, { headers: others });
    await put(rig, 'notices', noticeOf(report.id));
    expect(await notices(rig)).toMatchObject([{ code: '****56', delivery: 'logged' }]);
  });

  it('a machine that lost its store: what it reported before is looked for, and can be put in again', async () => {
    const before = parcelOf({ overdueAt: '2026-11-20T10:00:00+08:00' });
    const codes = codesOf(before.id);
    const fetched = parcelOf({ caseNumber: caseOf(4), state: 'released', cell: null });
    const theirs = parcelOf({ kioskId: OTHER_KIOSK, caseNumber: caseOf(93) });
    const anew = parcelOf({ caseNumber: caseOf(6), cell: 8, changedAt: '2026-11-21T10:00:03+08:00' });
    for (const report of [before, fetched, anew]) await put(rig, 'parcels', report);
    await put(rig, 'parcels', theirs, { headers: others });
    await put(rig, 'codes', codes);
    await put(rig, 'notices', noticeOf(before.id, { kind: 'again', issue: 2 }));

    const loss = { id: randomUUID(), kioskId: '310120-0042', at: '2026-11-21T10:00:02+08:00' };
    expect((await put(rig, 'losses', loss, { headers: others })).status).toBe(403);
    for (const as of ['new', 'duplicate']) expect(await stored(put(rig, 'losses', loss))).toBe(as);
    expect(await standingOf(rig, 2)).toBe('ready');
    expect([await standingOf(rig, 4), await standingOf(rig, 6)]).toEqual(['closed', 'stored']);
    expect(await overdue()).toEqual([]);
    expect(await notices(rig)).toMatchObject([{ delivery: 'superseded', code: null }]);
    expect(await (await rig.send('GET', `/pickup/${codes.qr}`, undefined, {})).text()).toContain('请联系窗口');
  });

  it('address and body name the same thing', async () => {
    const report = cellOf(3);
    const headers = { ...kioskHeaders(), 'idempotency-key': 'a' };
    expect((await rig.send('PUT', '/v1/locker/cells/4', report, headers)).status).toBe(400);
    expect((await rig.send('PUT', '/v1/locker/cells/03', report, headers)).status).toBe(400);
    expect((await rig.send('PUT', `/v1/locker/parcels/${randomUUID()}`, parcelOf(), headers)).status).toBe(400);
  });

  it('the longest signature with the largest still is taken; more is not', async () => {
    const line = Array.from({ length: 2000 }, () => 1000);
    const largest = evidenceOf({ signature: [line, line, line], still: 'A'.repeat(40_000) });
    expect(JSON.stringify(largest).length).toBeGreaterThan(64 * 1024);
    expect(await stored(put(rig, 'evidence', largest))).toBe('new');
    expect((await put(rig, 'evidence', evidenceOf({ signature: [line, line, line, [1, 2]] }))).status).toBe(400);
    const endless = evidenceOf({ agent: { cardKind: 'resident', name: '长'.repeat(60_000), idNumber: 'x' } });
    expect((await put(rig, 'evidence', endless)).status).toBe(413);
  });

  it('what was signed, and by whom, cannot be read in the database', async () => {
    const agent = { cardKind: 'resident', name: '李建国', idNumber: '319999196811059014' };
    await put(rig, 'evidence', evidenceOf({ agent }));
    const codes = codesOf(randomUUID(), { code: '654321' });
    await put(rig, 'codes', codes);
    const database = openDatabase(rig.dataDir);
    const rows = JSON.stringify([
      database.prepare('SELECT id, CAST(sealed AS TEXT) AS sealed FROM locker_evidence').all(),
      database.prepare('SELECT id, CAST(sealed AS TEXT) AS sealed FROM locker_codes').all(),
    ]);
    database.close();
    for (const secret of [agent.name, agent.idNumber, codes.code, codes.qr]) expect(rows).not.toContain(secret);
  });
});
