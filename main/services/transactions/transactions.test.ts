import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OutboxMessage, TransactionState } from '../../../contract/gateway.ts';
import { recordingLog, temporaryStore } from '../../store/test-store.ts';
import { createOutbox } from '../../sync/outbox.ts';
import { forgetOld } from './retention.ts';
import { createTransactions } from './transactions.ts';

const DAY_MS = 86_400_000;
const holder = { cardKind: 'resident', name: '𬭚𫖯', idNumber: '310120195001010029' } as const;
const what = { itemCode: '310000000001', holder };

function kiosk() {
  const { log, entries } = recordingLog();
  const { store, sealer, directory } = temporaryStore(log);
  const { db } = store;
  let now = Date.parse('2026-11-21T02:00:00Z');
  const clock = { now: () => now, date: () => new Date(now), after: () => () => undefined };
  const outbox = createOutbox({ db, sealer, clock });
  const queued = { times: 0 };
  const onQueued = (): void => {
    queued.times += 1;
  };
  const restart = () => createTransactions({ db, sealer, clock, log, kioskId: '310120-0042', onQueued });
  const waiting = (): { key: string; message: OutboxMessage }[] => {
    const found: { key: string; message: OutboxMessage }[] = [];
    const heads = db.prepare<[], { sequence: number; key: string; topic: string; payload: Buffer }>(
      'SELECT * FROM outbox ORDER BY sequence',
    );
    for (const head of heads.all()) {
      const message = outbox.open(head);
      if (!message.ok) throw new Error(message.error);
      found.push({ key: head.key, message: message.value });
    }
    return found;
  };
  const person = (id: string) => db.prepare('SELECT holder, person FROM transactions WHERE id = ?').get(id);
  const pass = (ms: number): void => {
    now += ms;
  };
  return { db, log, entries, clock, store, directory, restart, waiting, queued, person, pass };
}

function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
}

test('every change leaves its message, in order, in the words of the contract', () => {
  const { restart, waiting, queued } = kiosk();
  const transactions = restart();
  const { id } = value(transactions.begin(what));
  value(transactions.issued(id, 'TB-00000001'));
  value(transactions.change(id, 'printed', { pages: 3 }));
  value(transactions.rate(id, 4));
  const messages = waiting();
  expect(messages.map(({ key }) => key)).toEqual([`${id}:1`, `${id}:2`, `${id}:3`, `${id}:rating`]);
  expect(messages[2]?.message).toEqual({
    kind: 'transaction',
    report: {
      id,
      revision: 3,
      kioskId: '310120-0042',
      itemCode: what.itemCode,
      state: 'printed',
      documentNumber: 'TB-00000001',
      pages: 3,
      holder,
      startedAt: '2026-11-21T02:00:00.000Z',
      changedAt: '2026-11-21T02:00:00.000Z',
    },
  });
  expect(queued.times).toBe(4);
});

test('when the message cannot be written, the transaction is not either', () => {
  const { restart, db } = kiosk();
  const transactions = restart();
  const { id } = value(transactions.begin(what));
  db.exec(`CREATE TRIGGER broken BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no outbox'); END`);
  expect(() => transactions.begin(what)).toThrow('no outbox');
  expect(() => transactions.change(id, 'printed')).toThrow('no outbox');
  expect(db.prepare('SELECT state, revision FROM transactions').all()).toEqual([{ state: 'started', revision: 1 }]);
});

test('the same thing said twice is written once', () => {
  const { restart, waiting } = kiosk();
  const transactions = restart();
  const { id } = value(transactions.begin(what));
  for (const _ of [1, 2]) value(transactions.issued(id, 'TB-00000001'));
  for (const _ of [1, 2]) expect(value(transactions.change(id, 'printed', { pages: 3 })).revision).toBe(3);
  for (const level of [5, 1] as const) value(transactions.rate(id, level));
  expect(waiting()).toHaveLength(4);
});

test.each<TransactionState>(['printed', 'noRecord', 'notPrinted', 'failed', 'abandoned'])('%s is the end', (state) => {
  const { restart, waiting } = kiosk();
  const transactions = restart();
  const { id } = value(transactions.begin(what));
  value(transactions.change(id, state));
  for (const other of ['started', 'printed', 'noRecord', 'notPrinted', 'unknown', 'failed', 'abandoned'] as const) {
    if (other !== state) expect(transactions.change(id, other)).toEqual({ ok: false, error: 'stateRefused' });
  }
  expect(transactions.issued(id, 'TB-00000001')).toEqual({ ok: false, error: 'stateRefused' });
  expect(waiting()).toHaveLength(2);
});

test.each<TransactionState>(['printed', 'notPrinted'])('unknown is settled as %s', (state) => {
  const { restart } = kiosk();
  const transactions = restart();
  const { id } = value(transactions.begin(what));
  value(transactions.change(id, 'unknown', { errorCode: 'printer.jobLost' }));
  expect(transactions.change(id, 'abandoned')).toEqual({ ok: false, error: 'stateRefused' });
  expect(value(transactions.change(id, state))).toMatchObject({ state, revision: 3, errorCode: undefined });
});

test('an id that was never begun is a bug', () => {
  expect(() => kiosk().restart().change('nobody', 'printed')).toThrow('no transaction nobody');
});

test('the person is erased when the center has the last revision, not before', () => {
  const { restart, waiting, person } = kiosk();
  const transactions = restart();
  const { id } = value(transactions.begin(what));
  value(transactions.change(id, 'unknown'));
  const [first, second] = waiting();
  for (const sent of [first, second]) if (sent) transactions.acknowledged(sent.message);
  expect(person(id)).toEqual({ holder: expect.any(Buffer), person: expect.any(Buffer) });
  value(transactions.change(id, 'printed'));
  if (second) transactions.acknowledged(second.message);
  expect(person(id)).toEqual({ holder: expect.any(Buffer), person: expect.any(Buffer) });
  const last = waiting()[2];
  if (last) transactions.acknowledged(last.message);
  expect(person(id)).toEqual({ holder: null, person: null });
});

test('after a restart: what was begun is unfinished, and the same person learns how it ended', () => {
  const { restart, waiting, pass } = kiosk();
  const before = restart();
  const { id } = value(before.begin(what));
  value(before.issued(id, 'TB-00000001'));
  value(before.change(value(before.begin(what)).id, 'printed'));
  expect(value(before.unfinished())).toEqual([]);

  const after = restart();
  expect(value(after.unfinished()).map((found) => found.id)).toEqual([id]);
  expect(value(after.lastInterrupted(holder.idNumber, DAY_MS))).toBeUndefined();
  value(after.change(id, 'printed', { pages: 3 }));
  for (const { message } of waiting()) after.acknowledged(message);
  const interrupted = { transactionId: id, itemCode: what.itemCode, outcome: 'printed' };
  expect(value(after.lastInterrupted(holder.idNumber, DAY_MS))).toEqual(interrupted);
  expect(value(after.lastInterrupted('310120195001010037', DAY_MS))).toBeUndefined();
  pass(DAY_MS + 1);
  expect(value(after.lastInterrupted(holder.idNumber, DAY_MS))).toBeUndefined();
});

test('nobody is named in the files, nor in the log', () => {
  const { restart, store, directory, entries, db } = kiosk();
  const transactions = restart();
  const { id } = value(transactions.begin(what));
  value(transactions.change(id, 'printed'));
  const wal = readFileSync(join(directory, 'kiosk.sqlite-wal'));
  expect(wal.includes(id)).toBe(true);
  store.checkpoint();
  const written = Buffer.concat([wal, readFileSync(join(directory, 'kiosk.sqlite'))]);
  for (const secret of [holder.idNumber, holder.name]) {
    expect(written.includes(secret)).toBe(false);
    expect(JSON.stringify(entries)).not.toContain(secret);
  }
  expect(db.open).toBe(true);
});

test('after 190 days what the center has is gone, what it has not is kept', () => {
  const { restart, waiting, pass, db, log, clock } = kiosk();
  const transactions = restart();
  const delivered = value(transactions.begin(what)).id;
  value(transactions.change(delivered, 'printed'));
  for (const { message } of waiting()) transactions.acknowledged(message);
  const kept = value(transactions.begin(what)).id;
  value(transactions.change(kept, 'printed'));
  pass(189 * DAY_MS);
  expect(value(forgetOld({ db, clock, log }))).toBe(0);
  pass(2 * DAY_MS);
  expect(value(forgetOld({ db, clock, log }))).toBe(1);
  expect(db.prepare('SELECT id FROM transactions').pluck().all()).toEqual([kept]);
});

test('an unknown end that nobody could settle in a week stays unknown, without the person', () => {
  const { restart, waiting, pass, db, log, clock, person } = kiosk();
  const transactions = restart();
  const { id } = value(transactions.begin(what));
  value(transactions.change(id, 'unknown'));
  for (const { message } of waiting()) transactions.acknowledged(message);
  pass(8 * DAY_MS);
  value(forgetOld({ db, clock, log }));
  expect(person(id)).toEqual({ holder: null, person: null });
  expect(value(transactions.unfinished())).toEqual([]);
  expect(transactions.change(id, 'printed')).toEqual({ ok: false, error: 'stateRefused' });
});
