import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { formatFen, formatSpan, formatTime, formatValue } from './format.ts';
import { zh } from './zh.ts';

describe('money', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [123456, '1,234.56'],
    [100000000, '1,000,000.00'],
    [-123456, '−1,234.56'],
  ])('%i fen', (fen, text) => expect(formatFen(fen)).toBe(text));

  test('no fen is lost by rounding, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (fen) => {
        expect(BigInt(formatFen(fen).replace(/[,.]/g, ''))).toBe(BigInt(fen));
      }),
    );
  });
});

describe('values of a record', () => {
  test('months and dates in both languages', () => {
    expect(formatValue('2024-03', 'month', 'zh-CN')).toBe('2024年3月');
    expect(formatValue('2024-03', 'month', 'en')).toBe('Mar 2024');
    expect(formatValue('2024-03-05', 'date', 'zh-CN')).toBe('2024年3月5日');
    expect(formatValue('2024-03-05', 'date', 'en')).toBe('5 Mar 2024');
  });

  test('a masked value stays as the core sent it', () => {
    expect(formatValue('319***********9021', 'idNumber', 'zh-CN')).toBe('319***********9021');
    expect(formatValue('****-**', 'month', 'zh-CN')).toBe('****-**');
    expect(formatValue('***', 'money', 'en')).toBe('***');
  });

  test('a year is no amount: integers are not grouped', () => {
    expect(formatValue(2024, 'integer', 'zh-CN')).toBe('2024');
  });

  test('a missing value is a dash, and zero is not missing', () => {
    expect(formatValue(null, 'text', 'zh-CN')).toBe('—');
    expect(formatValue(undefined, 'money', 'zh-CN')).toBe('—');
    expect(formatValue(0, 'money', 'zh-CN')).toBe('0.00');
  });
});

test('a span is said in seconds, and in minutes when it is long', () => {
  expect(formatSpan(1, zh)).toBe('1 秒');
  expect(formatSpan(14_200, zh)).toBe('15 秒');
  expect(formatSpan(1_000, en)).toBe('1 second');
  expect(formatSpan(181_000, en)).toBe('4 minutes');
});

test('the clock has two digits for each and shows Shanghai, whatever zone the machine has', () =>
  expect(formatTime(new Date('2026-01-01T07:05:00+08:00'))).toBe('07:05'));
