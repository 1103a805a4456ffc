import { describe, expect, test } from 'vitest';
import { staffScreenSchema, staffSnapshotSchema } from '../../contract/staff.ts';
import { STAFF_CASES, staffSnapshot } from './staff-cases.ts';
import { STAFF_SAMPLES } from './staff-samples.ts';

const NAMES = staffScreenSchema.options.map((option) => option.shape.name.value);

describe('the staff’s part of the gallery', () => {
  test('has a sample for every screen of the contract', () => {
    expect(Object.keys(STAFF_SAMPLES).sort()).toEqual([...NAMES].sort());
  });

  test.each(STAFF_CASES)('%s is a snapshot that the core could send', (name) => {
    expect(staffSnapshotSchema.safeParse(staffSnapshot(name)).error).toBeUndefined();
  });

  test('shows no whole name, number or mobile of a resident', () => {
    for (const name of STAFF_CASES)
      expect(JSON.stringify(staffSnapshot(name))).not.toMatch(/(?<!\d)(\d{17}[\dX]|1\d{10})(?!\d)/);
  });

  test('leaves residents’ cases to the residents’ samples', () => {
    expect(staffSnapshot('home')).toBeUndefined();
    expect(staffSnapshot('staff-nothing')).toBeUndefined();
  });
});
