import { expect, test } from 'vitest';
import { devicesConfigSchema } from './devices.ts';

const path = '/dev/serial/by-id/x';
const boards = [{ address: 1, cells: 12 }];

test.each([
  ['kr-8a', 9_600],
  ['wkly', 9_600],
  ['modbus-relay', 9_600],
  ['cu12', 19_200],
  ['cu16', 19_200],
  ['cu48', 19_200],
])('a locker of the family %s has the usual rate of its boards', (driver, baudRate) => {
  const { locker } = devicesConfigSchema.parse({ locker: { driver, transport: { kind: 'serial', path }, boards } });
  expect(locker?.transport).toMatchObject({ baudRate });
});

test('a key that no driver knows is refused, not ignored', () => {
  const idCard = { driver: 'sdt', transport: { kind: 'serial', path }, baud: 9600 };
  expect(devicesConfigSchema.safeParse({ idCard }).success).toBe(false);
  expect(devicesConfigSchema.safeParse({ camera: {} }).success).toBe(false);
});
