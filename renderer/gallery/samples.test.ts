import { describe, expect, test } from 'vitest';
import { screenSchema, snapshotSchema } from '../../contract/screen.ts';
import { NAVIGATION } from '../resident/navigation.ts';
import { readQuery } from './query.ts';
import { SAMPLES } from './sample-screens.ts';
import { CASES, sampleSnapshot } from './samples.ts';

const NAMES = screenSchema.options.map((option) => option.shape.name.value);

describe('the gallery', () => {
  test('has a sample and a footer for every screen of the contract', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual([...NAMES].sort());
    expect(Object.keys(NAVIGATION).sort()).toEqual([...NAMES].sort());
  });

  test.each(CASES)('%s is a snapshot that the core could send', (name) => {
    expect(snapshotSchema.safeParse(sampleSnapshot(name)).error).toBeUndefined();
  });

  test('shows no whole name or number of a person', () => {
    for (const name of CASES) expect(JSON.stringify(sampleSnapshot(name))).not.toMatch(/(?<!\d)\d{17}[\dX](?!\d)/);
  });

  test('reads modes, language and orientation from the address', () => {
    expect(readQuery('#screen=home&mode=elder,reach&lang=en&orientation=landscape')).toEqual({
      screen: 'home',
      change: { modes: { elder: true, contrast: false, reach: true }, language: 'en', orientation: 'landscape' },
    });
  });
});
