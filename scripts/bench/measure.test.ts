import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureOf, percentile, summarize } from './measure.ts';

const oneTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('percentiles', () => {
  test('nearest rank, whatever the order of the samples', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(percentile(oneTo(100), 0.99)).toBe(99);
    expect(percentile(oneTo(1000), 0.99)).toBe(990);
    expect(percentile([7], 0.99)).toBe(7);
  });

  test('numbers are sorted as numbers, and the samples stay as they were', () => {
    const samples = [10, 9, 100];
    expect(percentile(samples, 0.5)).toBe(10);
    expect(samples).toEqual([10, 9, 100]);
  });

  test('at least the asked share of the samples does not exceed the percentile, and it is one of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (samples, hundredths) => {
          const value = percentile(samples, hundredths / 100);
          expect(samples).toContain(value);
          const below = samples.filter((sample) => sample <= value).length;
          expect(below * 100).toBeGreaterThanOrEqual(hundredths * samples.length - 1e-6);
        },
      ),
    );
  });

  test('no samples are a bug', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});

describe('summaries', () => {
  test('with few runs the slowest stands for p99', () => {
    expect(summarize(oneTo(99), 'ms')).toEqual({ runs: 99, best: 1, p50: 50, p99: 99 });
    expect(summarize(oneTo(1000), 'ms')).toEqual({ runs: 1000, best: 1, p50: 500, p99: 990 });
  });

  test('for rates the best is the greatest and p99 is low', () => {
    expect(summarize(oneTo(1000), 'rows/s')).toEqual({ runs: 1000, best: 1000, p50: 500, p99: 11 });
    expect(summarize([3, 1, 2], 'rows/s')).toEqual({ runs: 3, best: 3, p50: 2, p99: 1 });
  });

  test('a ratio is the median beside the peer; without a peer there is none', () => {
    expect(figureOf('x', 'ms', [30, 10, 20], { what: 'y', value: 8 }).ratio).toBe(2.5);
    expect(figureOf('x', 'ms', [1])).not.toHaveProperty('ratio');
  });
});
