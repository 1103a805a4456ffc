import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { devicesConfigSchema } from '../../contract/device-config/devices.ts';
import { type DeviceName, deviceNameSchema } from '../../contract/device-status.ts';
import { loadSimulator, SIMULATORS } from '../simulation/simulators.ts';
import { DRIVERS, loadDriver } from './drivers.ts';

/** The values of `driver` that the configuration of a device may have. */
function configured(device: DeviceName): string[] {
  const found = new Set<string>();
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties, anyOf, oneOf } = node as Record<string, unknown>;
    const driver = (properties as Record<string, { const?: unknown }> | undefined)?.driver?.const;
    if (typeof driver === 'string') found.add(driver);
    for (const part of [anyOf, oneOf]) if (Array.isArray(part)) part.forEach(look);
  };
  look(z.toJSONSchema(devicesConfigSchema.shape[device], { io: 'input', unrepresentable: 'any' }));
  return [...found].sort();
}

test.each(deviceNameSchema.options)(
  '%s: a driver for every name that the configuration knows, and no other',
  (device) => {
    expect(configured(device).length).toBeGreaterThan(0);
    expect(Object.keys(DRIVERS[device]).sort()).toEqual(configured(device));
  },
);

describe('each is what it says', () => {
  const all = deviceNameSchema.options.flatMap((device) =>
    Object.keys(DRIVERS[device]).map((driver): [DeviceName, string] => [device, driver]),
  );
  test.each(all)('%s %s', async (device, driver) => {
    expect(await loadDriver(device, driver)).toMatchObject({ device, driver });
  });
});

test('there is a simulator for every device', async () => {
  const simulators = await Promise.all(Object.keys(SIMULATORS).map(loadSimulator));
  expect(simulators.map((one) => one?.device).sort()).toEqual([...deviceNameSchema.options].sort());
  expect(simulators.map((one) => one?.name)).toEqual(Object.keys(SIMULATORS));
});
