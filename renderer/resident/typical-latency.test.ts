import { expect, test } from 'vitest';
import { typicalLatency } from './typical-latency.ts';

const counts = (...first: number[]): number[] => [...first, ...new Array<number>(13 - first.length).fill(0)];

test('half of the exchanges are in the class that is named', () => {
  expect(typicalLatency(counts(1, 1, 7))).toBe(5);
  expect(typicalLatency(counts(0, 4))).toBe(2);
  expect(typicalLatency([...new Array<number>(12).fill(0), 3])).toBeUndefined();
  expect(typicalLatency(counts())).toBeUndefined();
});
