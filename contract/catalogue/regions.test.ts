import { expect, test } from 'vitest';
import { REGIONS, regionOf } from './regions.ts';

/** GB/T 2260: the first two digits of every division of province level. */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' ');

test('every code and every name once', () => {
  expect(new Set(REGIONS.map(({ code }) => code)).size).toBe(REGIONS.length);
  expect(new Set(REGIONS.map(({ name }) => name.zh)).size).toBe(REGIONS.length);
  expect(new Set(REGIONS.map(({ name }) => name.en)).size).toBe(REGIONS.length);
});

test('sixteen districts of Shanghai, then every other division of province level, by code', () => {
  const codes = REGIONS.map(({ code }) => code);
  const districts = codes.slice(0, 16);
  expect(districts.filter((code) => !/^3101[0-5]\d$/.test(code))).toEqual([]);
  expect(districts).toEqual([...districts].sort());
  expect(codes.slice(16)).toEqual(PROVINCES.filter((two) => two !== '31').map((two) => `${two}0000`));
});

test('found by its code', () => {
  expect(regionOf('310151')?.name.zh).toBe('崇明');
  expect(regionOf('310230')).toBeUndefined();
});
