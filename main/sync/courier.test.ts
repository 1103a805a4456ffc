import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { ErrorCode } from '../../contract/errors.ts';
import { type Acknowledgement, type OutboxMessage, outboxMessageSchema } from '../../contract/gateway.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { recordingLog, temporaryStore } from '../store/test-store.ts';
import { write } from '../store/write.ts';
import { pauseMs } from './back-off.ts';
import { createCourier } from './courier.ts';
import type { DeliverFailure } from './deliver.ts';
import { createOutbox } from './outbox.ts';

type Answer = Result<Acknowledgement, DeliverFailure>;

/** Time that stands until it is moved; timers fire in their order. */
function standingClock() {
  let now = 0;
  let timers: { at: number; call: () => void }[] = [];
  return {
    now: () => now,
    date: () => new Date(1_800_000_000_000 + now),
    after(delayMs: number, call: () => void) {
      const timer = { at: now + delayMs, call };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pending: () => timers.map(({ at }) => at - now),
    move(ms: number) {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { call } of due) call();
    },
  };
}

function rating(): OutboxMessage {
  const report = { transactionId: randomUUID(), kioskId: '310120-0042', level: 5, ratedAt: '2026-11-21T02:00:00Z' };
  return outboxMessageSchema.parse({ kind: 'rating', report });
}

const down: Answer = err({ kind: 'retry', code: 'center.unreachable' satisfies ErrorCode });
const busy: Answer = err({ kind: 'retry', code: 'center.failed' satisfies ErrorCode });
const taken = (key: string): Answer => ok({ key, stored: 'new' });

function courierWith(answer: (key: string) => Answer | Promise<Answer>) {
  const { log, entries } = recordingLog();
  const { store, sealer } = temporaryStore(log);
  const { db } = store;
  const clock = standingClock();
  const outbox = createOutbox({ db, sealer, clock });
  const sent: string[] = [];
  const acknowledged: OutboxMessage[] = [];
  const courier = createCourier({
    db,
    outbox,
    clock,
    log,
    random: () => 0,
    async deliver(key) {
      sent.push(key);
      return answer(key);
    },
    onAcknowledged: (message) => void acknowledged.push(message),
  });
  onTestFinished(() => courier.stop());
  const put = (key: string, topic = key): void => {
    expect(write(db, log, () => outbox.enqueue(key, topic, rating())).ok).toBe(true);
  };
  /** Until the courier has nothing more to do at this moment. */
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  return { db, outbox, clock, courier, sent, acknowledged, put, settled, entries };
}

test('oldest first, and what was acknowledged is erased', async () => {
  const { put, courier, settled, sent, outbox, acknowledged, db } = courierWith(taken);
  put('a:1', 'a');
  put('b:1', 'b');
  put('a:2', 'a');
  courier.start();
  await settled();
  expect(sent).toEqual(['a:1', 'b:1', 'a:2']);
  expect(outbox.counts()).toEqual({ waiting: 0, refused: 0 });
  expect(acknowledged).toHaveLength(3);
  expect(db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(0);
});

test('a message outside of its fact’s transaction is a bug', () => {
  const { outbox } = courierWith(taken);
  expect(() => outbox.enqueue('a', 'a', rating())).toThrow('one transaction');
});

test('a refused message is kept aside and blocks nobody; it is tried again from time to time', async () => {
  let refuses = true;
  const { put, courier, settled, sent, outbox, entries } = courierWith((key) =>
    refuses && key === 'a:1' ? err({ kind: 'refused', status: 409 }) : taken(key),
  );
  put('a:1', 'a');
  put('a:2', 'a');
  put('b:1', 'b');
  courier.start();
  await settled();
  expect(sent).toEqual(['a:1', 'a:2', 'b:1']);
  expect(outbox.counts()).toEqual({ waiting: 0, refused: 1 });
  expect(entries).toContainEqual({ id: 'sync-refused', fields: { key: 'a:1', status: 409 } });
  refuses = false;
  courier.retryRefused();
  await settled();
  expect(outbox.counts()).toEqual({ waiting: 0, refused: 0 });
});

test('a message that the center chokes on holds its own transaction only', async () => {
  let chokes = true;
  const { put, courier, settled, sent, clock } = courierWith((key) => (chokes && key === 'a:1' ? busy : taken(key)));
  put('a:1', 'a');
  put('a:2', 'a');
  put('b:1', 'b');
  courier.start();
  await settled();
  expect(sent).toEqual(['a:1', 'b:1']);
  chokes = false;
  clock.move(1000);
  await settled();
  expect(sent).toEqual(['a:1', 'b:1', 'a:1', 'a:2']);
});

test('center down: one try, then pauses that double up to five minutes', async () => {
  const { put, courier, settled, sent, clock, outbox } = courierWith(() => down);
  put('a');
  courier.start();
  await settled();
  const pauses: (number | undefined)[] = [];
  for (let n = 0; n < 11; n += 1) {
    const [pause = 0] = clock.pending();
    pauses.push(pause);
    clock.move(pause);
    await settled();
  }
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000]);
  expect(sent).toHaveLength(12);
  expect(outbox.counts().waiting).toBe(1);
});

test('center down with a long queue: it is not asked once per message', async () => {
  const { put, courier, settled, sent } = courierWith(() => down);
  for (let n = 0; n < 50; n += 1) put(`t${n}`);
  courier.start();
  await settled();
  expect(sent).toHaveLength(1);
});

test('a new message and a center that is back end the pause at once', async () => {
  let isDown = true;
  const { put, courier, settled, sent, outbox } = courierWith((key) => (isDown ? down : taken(key)));
  put('a');
  courier.start();
  await settled();
  put('b');
  courier.wake();
  await settled();
  expect(sent).toEqual(['a', 'b']);
  isDown = false;
  courier.resume();
  await settled();
  expect(sent).toEqual(['a', 'b', 'a', 'b']);
  expect(outbox.counts().waiting).toBe(0);
});

test('a message that cannot be opened is kept aside', async () => {
  const { put, courier, settled, sent, outbox, db } = courierWith(taken);
  put('a');
  put('b');
  db.prepare(`UPDATE outbox SET payload = x'0102' WHERE key = 'a'`).run();
  courier.start();
  await settled();
  expect(sent).toEqual(['b']);
  expect(outbox.counts()).toEqual({ waiting: 0, refused: 1 });
});

test('stopping in the middle of an exchange keeps the message', async () => {
  const { log } = recordingLog();
  const { store, sealer } = temporaryStore(log);
  const { db } = store;
  const clock = standingClock();
  const outbox = createOutbox({ db, sealer, clock });
  write(db, log, () => outbox.enqueue('a', 'a', rating()));
  let began = (): void => undefined;
  const isUnderWay = new Promise<void>((resolve) => {
    began = resolve;
  });
  const courier = createCourier({
    db,
    outbox,
    clock,
    log,
    random: Math.random,
    deliver: (_key, _message, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(down));
        began();
      }),
    onAcknowledged: () => undefined,
  });
  courier.start();
  await isUnderWay;
  await courier.stop();
  expect(outbox.counts().waiting).toBe(1);
});

test('pauses are spread, never below one second and never above five minutes', () => {
  for (const random of [0, 0.3, 0.999]) {
    for (let failures = 1; failures < 2000; failures += 7) {
      expect(pauseMs(failures, () => random)).toBeGreaterThanOrEqual(1000);
      expect(pauseMs(failures, () => random)).toBeLessThanOrEqual(300_000);
    }
  }
  expect(pauseMs(5, () => 0.5)).toBe(12_000);
});
