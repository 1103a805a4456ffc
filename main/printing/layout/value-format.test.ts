import { describe, expect, test } from 'vitest';
import { shanghaiDate, shanghaiTime } from '../shanghai-time.ts';
import { formatValue, NO_VALUE } from './value-format.ts';

describe('values on paper', () => {
  test.each([
    [0, 'money', '0.00'],
    [5, 'money', '0.05'],
    [-5, 'money', '-0.05'],
    [123456, 'money', '1,234.56'],
    [-100000000, 'money', '-1,000,000.00'],
    ['123456', 'money', '1,234.56'],
    [1.5, 'money', '1.5'],
    ['未结算', 'money', '未结算'],
    ['2024-03', 'month', '2024年03月'],
    ['2024-03-05', 'date', '2024年03月05日'],
    ['长期', 'date', '长期'],
    [12, 'integer', '12'],
    ['319999197901309034', 'idNumber', '319999197901309034'],
    [null, 'money', NO_VALUE],
    [undefined, 'text', NO_VALUE],
    ['', 'text', NO_VALUE],
  ] as const)('%s as %s is %s', (value, format, text) => {
    expect(formatValue(value, format)).toBe(text);
  });

  test('times are those of Shanghai, midnight is 00', () => {
    expect(shanghaiTime(new Date('2026-11-20T16:00:09Z'))).toBe('2026-11-21 00:00:09');
    expect(shanghaiDate(new Date('2026-12-31T16:00:00Z'))).toBe('2027年01月01日');
  });
});
