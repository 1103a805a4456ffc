import { expect, test } from 'vitest';
import type { Clock } from '../../../native/clock.ts';
import { createRounds, ROUND_MS } from './rounds.ts';

/** A clock that only keeps what it was asked for. */
function heldClock() {
  const waiting: { delayMs: number; call: () => void }[] = [];
  const clock: Clock = {
    now: () => 0,
    date: () => new Date(0),
    after(delayMs, call) {
      const entry = { delayMs, call };
      waiting.push(entry);
      return () => void waiting.splice(waiting.indexOf(entry), 1);
    },
  };
  return { clock, waiting };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('asks at the start, then every ten minutes, a fifth more or less', async () => {
  for (const [random, expected] of [
    [0, ROUND_MS * 0.8],
    [0.5, ROUND_MS],
  ] as const) {
    const { clock, waiting } = heldClock();
    let asked = 0;
    const rounds = createRounds(
      clock,
      () => random,
      async () => {
        asked += 1;
      },
    );
    rounds.start();
    await settled();
    expect([asked, waiting.map(({ delayMs }) => delayMs)]).toEqual([1, [expected]]);
    waiting[0]?.call();
    await settled();
    expect(asked).toBe(2);
    rounds.stop();
  }
});

test('woken while it asks, it asks once more afterwards, never twice at a time; stopped, it waits for nothing', async () => {
  const { clock, waiting } = heldClock();
  const answers: (() => void)[] = [];
  const rounds = createRounds(
    clock,
    () => 0.5,
    () => new Promise<void>((resolve) => answers.push(resolve)),
  );
  rounds.wake();
  expect(answers).toHaveLength(0);
  rounds.start();
  rounds.wake();
  rounds.wake();
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await settled();
  expect(answers).toHaveLength(2);
  answers[1]?.();
  await settled();
  expect([answers.length, waiting.length]).toEqual([2, 1]);
  rounds.stop();
  expect(waiting).toHaveLength(0);
});
