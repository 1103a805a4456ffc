import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Acknowledgement, acknowledgementSchema, type TransactionReport } from '../../contract/gateway.ts';
import {
  holderOf,
  KIOSK,
  kioskHeaders,
  OTHER_KIOSK,
  putRating,
  putTransaction,
  type Rig,
  ratingOf,
  reportOf,
  startRig,
} from '../center-rig.ts';
import { drawFor } from '../records/draw.ts';
import { transactionListSchema } from './transactions.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.end());

const acknowledged = async (response: Promise<Response>): Promise<Acknowledgement> =>
  acknowledgementSchema.parse(await (await response).json());
const stored = async (response: Promise<Response>) => (await acknowledged(response)).stored;
const list = async (headers = kioskHeaders()) =>
  transactionListSchema.parse(await (await rig.send('GET', '/v1/transactions', undefined, headers)).json());

/** Three revisions of one visit. */
function visit(number: number): TransactionReport[] {
  const id = randomUUID();
  const document = { documentNumber: `SH20261121-AAAAAA${20 + number}`, pages: 5 };
  return [
    reportOf({ id, revision: 1 }),
    reportOf({ id, revision: 2, ...document }),
    reportOf({ id, revision: 3, state: 'printed', ...document, changedAt: '2026-11-21T10:02:00+08:00' }),
  ];
}

describe('transactions', () => {
  it('everything sent three times in random order leaves one row each, in its newest state', async () => {
    const visits = [1, 2, 3, 4, 5].map(visit);
    const draw = drawFor('replay');
    const messages = visits
      .flat()
      .flatMap((report) => [report, report, report])
      .map((report) => ({ report, order: draw.fraction() }))
      .toSorted((a, b) => a.order - b.order);
    const answers = await Promise.all(messages.map(({ report }) => stored(putTransaction(rig, report))));
    expect(answers.filter((answer) => answer === 'duplicate')).toHaveLength(30);
    await rig.restart();
    const { transactions, counts } = await list();
    expect(new Set(transactions.map(({ id }) => id))).toEqual(new Set(visits.map(([first]) => first?.id)));
    expect(transactions).toHaveLength(5);
    for (const each of transactions)
      expect(each).toMatchObject({ revision: 3, revisions: 3, state: 'printed', pages: 5 });
    expect(counts.byState).toEqual({ printed: 5 });
  });

  it('an older revision that arrives late is superseded and changes nothing', async () => {
    const [first, , last] = visit(1);
    if (first === undefined || last === undefined) throw new Error('a visit has three revisions');
    expect(await acknowledged(putTransaction(rig, last, 'key-of-last'))).toEqual({ key: 'key-of-last', stored: 'new' });
    expect(await stored(putTransaction(rig, first))).toBe('superseded');
    expect(await stored(putTransaction(rig, first))).toBe('duplicate');
    expect((await list()).transactions).toMatchObject([{ state: 'printed', revision: 3 }]);
  });

  it('the same report under a new key is still the same report', async () => {
    const report = reportOf();
    await putTransaction(rig, report, 'a');
    expect(await acknowledged(putTransaction(rig, report, 'b'))).toEqual({ key: 'b', stored: 'duplicate' });
  });

  it('a key or a revision used for something else is a conflict', async () => {
    const report = reportOf();
    await putTransaction(rig, report, 'a');
    expect((await putTransaction(rig, { ...report, state: 'failed' }, 'b')).status).toBe(409);
    expect((await putTransaction(rig, reportOf(), 'a')).status).toBe(409);
  });

  it('nobody reports for another kiosk, or under another id, or without a key', async () => {
    const report = reportOf();
    expect((await putTransaction(rig, { ...report, kioskId: OTHER_KIOSK })).status).toBe(403);
    const headers = { ...kioskHeaders(), 'idempotency-key': 'a' };
    expect((await rig.send('PUT', `/v1/transactions/${randomUUID()}`, report, headers)).status).toBe(400);
    expect((await rig.send('PUT', `/v1/transactions/${report.id}`, report)).status).toBe(400);
    expect((await list()).transactions).toEqual([]);
  });

  it('one kiosk can neither see nor change what another has done', async () => {
    const report = reportOf();
    await putTransaction(rig, report);
    const others = kioskHeaders(OTHER_KIOSK);
    expect((await list(others)).transactions).toEqual([]);
    const stolen = { ...report, kioskId: OTHER_KIOSK, revision: 9 };
    const headers = { ...others, 'idempotency-key': 'x' };
    expect((await rig.send('PUT', `/v1/transactions/${report.id}`, stolen, headers)).status).toBe(409);
  });

  it('the list masks who it was', async () => {
    const report = reportOf();
    await putTransaction(rig, report);
    const text = await (await rig.send('GET', '/v1/transactions')).text();
    expect(text).toContain('王**');
    expect(text).not.toContain(holderOf('wang-guilan').name);
    expect(text).not.toContain(holderOf('wang-guilan').idNumber);
  });

  it('a transaction that was nobody’s is taken, listed without a name, and not the same as one of somebody', async () => {
    const report = reportOf({ holder: null });
    expect(await stored(putTransaction(rig, report))).toBe('new');
    expect(await stored(putTransaction(rig, report))).toBe('duplicate');
    const claimed = { ...report, holder: holderOf('wang-guilan') };
    expect((await putTransaction(rig, claimed, 'another')).status).toBe(409);
    expect((await list()).transactions).toMatchObject([{ maskedName: '—', maskedIdNumber: '—' }]);
  });
});

describe('ratings', () => {
  it('the first of a transaction stays, whatever comes later and in whatever order', async () => {
    const { id } = reportOf();
    expect(await stored(putRating(rig, ratingOf(id, 5)))).toBe('new');
    expect(await stored(putRating(rig, ratingOf(id, 5)))).toBe('duplicate');
    expect(await stored(putRating(rig, ratingOf(id, 1), 'another'))).toBe('duplicate');
    await putTransaction(rig, reportOf({ id }));
    expect((await list()).counts.ratings).toEqual({ 5: 1 });
  });

  it('a level that does not exist is refused', async () => {
    const rating = { ...ratingOf(randomUUID(), 5), level: 6 };
    const headers = { ...kioskHeaders(), 'idempotency-key': 'a' };
    expect((await rig.send('PUT', `/v1/ratings/${rating.transactionId}`, rating, headers)).status).toBe(400);
    expect(rating.kioskId).toBe(KIOSK);
  });
});
