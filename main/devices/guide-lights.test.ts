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
