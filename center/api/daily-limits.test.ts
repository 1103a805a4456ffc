import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { queryAnswerSchema, type TransactionReport } from '../../contract/gateway.ts';
import {
  holderOf,
  ITEM,
  KIOSK,
  kioskHeaders,
  NOW,
  OTHER_KIOSK,
  putTransaction,
  queryFor,
  type Rig,
  reportOf,
  startRig,
} from '../center-rig.ts';
import { filledIn, selfServiceItems } from '../records/catalogue-rig.ts';
import { recordKind } from '../records/record-kinds.ts';

const LIMITED = selfServiceItems().filter(({ machine }) => machine.limits);

let now = NOW;
let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ now: () => now });
});
beforeEach(() => {
  now = NOW;
});
afterAll(() => rig.end());

const ask = async (query: unknown, kiosk: typeof KIOSK | typeof OTHER_KIOSK = KIOSK) =>
  queryAnswerSchema.parse(await (await rig.send('POST', '/v1/queries', query, kioskHeaders(kiosk))).json());
const outcome = async (personId: string, itemCode: string) => (await ask(queryFor(personId, itemCode))).outcome;

/** A kiosk reports so many ends of a transaction. Each test has a person of its own, for whom nothing was printed yet. */
async function report(person: string, times: number, changed: Partial<TransactionReport> = {}): Promise<void> {
  for (let done = 0; done < times; done++) {
    const each = reportOf({ itemCode: ITEM.certificate, holder: holderOf(person), state: 'printed', ...changed });
    expect((await putTransaction(rig, each)).status).toBe(200);
  }
}

describe('an item that may be printed twice a day', () => {
  it('is refused the third time, with how often it may be, and nothing is issued', async () => {
    const person = 'li-jianguo';
    await report(person, 1);
    expect(await outcome(person, ITEM.certificate)).toBe('record');
    await report(person, 1);
    const query = queryFor(person, ITEM.certificate);
    expect(await ask(query)).toEqual({
      outcome: 'limitReached',
      queryId: query.queryId,
      itemCode: ITEM.certificate,
      holderIdNumber: query.holder.idNumber,
      perDay: 2,
    });
  });

  it('counts no transaction that did not end with paper', async () => {
    const person = 'chen-xiaoyu';
    for (const state of ['started', 'notPrinted', 'unknown', 'failed', 'abandoned', 'noRecord'] as const)
      await report(person, 2, { state });
    expect(await outcome(person, ITEM.certificate)).toBe('record');
  });

  it('counts one transaction once, by its newest revision', async () => {
    const person = 'zhao-gong-fu';
    const id = randomUUID();
    await report(person, 1, { id, revision: 1, state: 'started' });
    await report(person, 1, { id, revision: 2 });
    await report(person, 1, { id, revision: 3 });
    await report(person, 1, { revision: 1, id: randomUUID(), state: 'unknown' });
    expect(await outcome(person, ITEM.certificate)).toBe('record');
  });

  it('may be printed again when it is tomorrow in Shanghai, and not before', async () => {
    const person = 'liu-yan';
    await report(person, 1, { changedAt: '2026-11-21T00:00:00+08:00' });
    await report(person, 1, { changedAt: '2026-11-21T15:59:59.999Z' });
    now = new Date('2026-11-21T15:59:59Z');
    expect(await outcome(person, ITEM.certificate)).toBe('limitReached');
    now = new Date('2026-11-21T16:00:00Z');
    expect(await outcome(person, ITEM.certificate)).toBe('record');
  });

  it('was not printed today when it was printed yesterday in Shanghai', async () => {
    const person = 'sun-rare';
    await report(person, 2, { changedAt: '2026-11-20T23:59:59+08:00' });
    expect(await outcome(person, ITEM.certificate)).toBe('record');
  });

  it('may be printed at another kiosk, for another person, and hinders no other item', async () => {
    const person = 'ouyang-minghua';
    await report(person, 2);
    expect((await ask(queryFor(person, ITEM.certificate), OTHER_KIOSK)).outcome).toBe('record');
    expect(await outcome('wang-guilan', ITEM.certificate)).toBe('record');
    expect(await outcome(person, ITEM.contributions)).toBe('record');
  });

  it('the same query gets the same answer, whatever was printed and whatever day it has become', async () => {
    const person = 'abdurashid';
    const first = queryFor(person, ITEM.certificate);
    const answered = await ask(first);
    await report(person, 2);
    expect(await ask(first)).toEqual(answered);
    const refused = queryFor(person, ITEM.certificate);
    const refusal = await ask(refused);
    expect(refusal.outcome).toBe('limitReached');
    now = new Date('2026-11-23T02:00:00Z');
    await rig.restart();
    expect(await ask(refused)).toEqual(refusal);
  });

  it('does not tell what was printed for a number to somebody who has another name', async () => {
    const person = 'wong-ka-ming';
    await report(person, 2);
    const query = queryFor(person, ITEM.certificate);
    expect((await ask({ ...query, holder: { ...query.holder, name: '王小明' } })).outcome).toBe('noRecord');
  });
});

it('every limit of the catalogue is kept, also of items made from a template', async () => {
  const person = 'marie-tremblay';
  expect(LIMITED.filter(({ code }) => recordKind(code) === undefined).length).toBeGreaterThan(3);
  for (const { code, machine } of LIMITED) {
    const perDay = machine.limits?.perPersonAndDay ?? 0;
    const query = () => ({ ...queryFor(person, code), inputs: filledIn(machine.form) });
    await report(person, perDay - 1, { itemCode: code });
    expect((await ask(query())).outcome, code).not.toBe('limitReached');
    await report(person, 1, { itemCode: code });
    expect(await ask(query()), code).toMatchObject({ outcome: 'limitReached', perDay });
  }
});

it('an item without a limit is printed as often as somebody likes', async () => {
  const person = 'wang-guilan';
  await report(person, 20, { itemCode: ITEM.account });
  expect(await outcome(person, ITEM.account)).toBe('record');
});

it('public information has no limit, whatever its item says and whoever asks', async () => {
  const person = 'jonathan-wellington';
  const entries = rig.catalogue.current()?.entries ?? [];
  const { code } =
    selfServiceItems().find(({ machine }) => machine.identity === 'none' && machine.form.length === 0) ?? {};
  if (code === undefined) throw new Error('the catalogue has no public item');
  const limited = entries.map((entry) => {
    if (entry.kind !== 'item' || entry.id !== code) return entry;
    const item = JSON.parse(entry.text) as { machine: object };
    return {
      ...entry,
      text: JSON.stringify({ ...item, machine: { ...item.machine, limits: { perPersonAndDay: 1 } } }),
    };
  });
  await rig.catalogue.publish(limited);
  await report(person, 1, { itemCode: code, holder: null });
  await report(person, 1, { itemCode: code });
  expect((await ask({ ...queryFor(person, code), holder: null })).outcome).toBe('record');
  expect((await ask(queryFor(person, code))).outcome).toBe('record');
});
