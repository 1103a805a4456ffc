import { expect, test } from 'vitest';
import { ManualClock } from '../../native/manual-clock.ts';
import { IdleClock } from './idle-clock.ts';

const TIMES = { silenceMs: 60_000, warningMs: 3_500 };

function idleClock() {
  const clock = new ManualClock();
  const seen: (number | null)[] = [];
  let expired = 0;
  const idle: IdleClock = new IdleClock(clock, {
    onChange: () => seen.push(idle.secondsLeft()),
    onExpired: () => expired++,
  });
  return { clock, idle, seen, expired: () => expired };
}

test('counts the warning down in whole seconds, and expires once', async () => {
  const { clock, idle, seen, expired } = idleClock();
  idle.restart(TIMES);
  await clock.advance(60_000 + 3_500 - 1);
  expect(seen).toEqual([4, 3, 2, 1]);
  expect(expired()).toBe(0);
  await clock.advance(1);
  expect(expired()).toBe(1);
  expect(idle.secondsLeft()).toBeNull();
  await clock.advance(600_000);
  expect(expired()).toBe(1);
});

test('held, it neither warns nor expires', async () => {
  const { clock, idle, seen, expired } = idleClock();
  idle.restart(TIMES);
  await clock.advance(61_000);
  idle.hold();
  expect(idle.secondsLeft()).toBeNull();
  await clock.advance(600_000);
  expect(seen).toEqual([4, 3]);
  expect(expired()).toBe(0);
});

test('begun anew many times it runs once', async () => {
  const { clock, idle, expired } = idleClock();
  for (let touch = 0; touch < 50; touch++) idle.restart(TIMES);
  await clock.advance(63_500);
  expect(expired()).toBe(1);
});
