import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allSubjects } from './all-subjects.ts';
import { longNoise, PROPERTIES, PROPERTY_NAMES } from './properties.ts';

/** `npm run fuzz` makes a hundred thousand and more; here as many as keep the tests quick. */
const RUNS = 200;
const NOISE_BYTES = 1_000_000;

const subjects = await allSubjects();

test('every family of devices has its decoders here', () => {
  expect(subjects.length).toBeGreaterThan(8);
  expect(new Set(subjects.map(({ family }) => family)).size).toBe(subjects.length);
});

describe.each(subjects)('$family', (subject) => {
  test.each(PROPERTY_NAMES)('%s', (name) => {
    expect(PROPERTIES[name](subject, { numRuns: RUNS })).toBeUndefined();
  });

  test('a megabyte of noise', () => {
    const [good] = fc.sample(subject.frame, { numRuns: 1, seed: 4 });
    const noise = Uint8Array.from({ length: NOISE_BYTES }, (_, index) => Math.imul(index, 2_654_435_761) >>> 24);
    longNoise(subject, noise, good ?? new Uint8Array());
  });
});
