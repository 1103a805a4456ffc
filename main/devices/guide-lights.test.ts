import { expect, test } from 'vitest';
import type { Screen } from '../../contract/screen.ts';
import { createGuideLights, lightsFor } from './guide-lights.ts';

const takeAway = (paper: boolean): Screen => ({
  name: 'takeAway',
  card: true,
  paper,
  receipt: false,
  canContinue: false,
});

test('what is left to be taken flashes, and nothing else does', () => {
  expect(lightsFor(takeAway(true))).toMatchObject({
    cardReader: { flashRate: 'medium' },
    documentPrinter: { flashRate: 'medium' },
  });
  expect(lightsFor(takeAway(false))).not.toHaveProperty('documentPrinter');
});

test('a machine out of service says so, and calls for no card', () => {
  expect(lightsFor({ name: 'outOfService', code: 'reader.offline' } as Screen)).toEqual({
    statusBad: { flashRate: 'continuous' },
  });
});

test('what a pick-up still needs flashes, what is there is lit; without a scanner none is called for', () => {
  const pickup = (card: boolean, hasScanner: boolean): Screen => ({
    name: 'pickup',
    have: { card, code: false, qr: false },
    typed: '',
    hasScanner,
  });
  expect(lightsFor(pickup(false, true))).toMatchObject({
    cardReader: { flashRate: 'medium' },
    scanner: { flashRate: 'medium' },
  });
  expect(lightsFor(pickup(true, true))).toMatchObject({
    cardReader: { flashRate: 'continuous' },
    scanner: { flashRate: 'medium' },
  });
  expect(lightsFor(pickup(true, false))).not.toHaveProperty('scanner');
  expect(
    lightsFor({
      name: 'handIn',
      have: { card: true, case: false },
      typed: '',
      checking: false,
      hasScanner: true,
    }),
  ).toMatchObject({ cardReader: { flashRate: 'continuous' }, scanner: { flashRate: 'medium' } });
});

test('a door that stands open for too long flashes its warning until it is closed', () => {
  const door = (urge: 'none' | 'remind' | 'alarm'): Screen => ({
    name: 'lockerDoor',
    purpose: 'pickUp',
    cell: 3,
    columns: [[1, 2, 3]],
    stage: 'open',
    urge,
  });
  expect(lightsFor(door('none'))).not.toHaveProperty('statusWarning');
  for (const urge of ['remind', 'alarm'] as const) {
    expect(lightsFor(door(urge))).toMatchObject({ statusWarning: { flashRate: 'medium' } });
  }
  const end = { name: 'lockerEnd', cell: 3, receipt: 'none', retry: false } as const;
  expect(lightsFor({ ...end, outcome: 'leftOpen' })).toMatchObject({ statusWarning: { flashRate: 'medium' } });
  expect(lightsFor({ ...end, outcome: 'taken' })).not.toHaveProperty('statusWarning');
});

test('only changes are sent, and all of it again to a driver that was started anew', () => {
  const sent: string[] = [];
  const { show, again } = createGuideLights({
    setLight: async (light, { flashRate }) => {
      sent.push(`${light} ${flashRate}`);
      return { ok: true, value: undefined };
    },
  });
  show({ name: 'attract' });
  show({ name: 'attract' });
  expect(sent.sort()).toEqual(['cardReader continuous', 'fasciaLight continuous', 'statusInService continuous']);
  sent.length = 0;
  show(takeAway(true));
  expect(sent).toEqual(['cardReader medium', 'documentPrinter medium']);
  sent.length = 0;
  show({ name: 'goodbye' });
  expect(sent).toEqual(['cardReader off', 'documentPrinter off']);
  sent.length = 0;
  again();
  expect(sent.sort()).toEqual(['fasciaLight continuous', 'statusInService continuous']);
});
