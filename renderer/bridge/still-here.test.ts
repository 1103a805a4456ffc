import { expect, test } from 'vitest';
import { oncePerSecond, watchPresence } from './still-here.ts';

test('many touches in a second are reported once', () => {
  let now = 0;
  let calls = 0;
  const report = oncePerSecond(
    () => {
      calls += 1;
    },
    () => now,
  );
  for (now = 0; now < 3_000; now += 100) report();
  expect(calls).toBe(3);
});

test('touches and keys are heard until the watch ends', () => {
  const target = new EventTarget();
  let calls = 0;
  const stop = watchPresence(target, () => {
    calls += 1;
  });
  target.dispatchEvent(new Event('pointerdown'));
  target.dispatchEvent(new Event('keydown'));
  target.dispatchEvent(new Event('pointermove'));
  stop();
  target.dispatchEvent(new Event('pointerdown'));
  expect(calls).toBe(2);
});
