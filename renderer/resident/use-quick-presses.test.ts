import { expect, test } from 'vitest';
import { pressCounter } from './use-quick-presses.ts';

test('three presses within five seconds open the door, and only once', () => {
  const count = pressCounter(3, 5_000);
  expect([0, 2_000, 5_000, 5_100].map(count)).toEqual([false, false, true, false]);
});

test('slow presses do not add up', () => {
  const count = pressCounter(3, 5_000);
  expect([0, 4_000, 8_000, 12_000].map(count)).toEqual([false, false, false, false]);
});
