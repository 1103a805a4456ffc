import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { auxiliariesConfigSchema } from '../../../contract/device-config/auxiliaries.ts';
import type { HealthReport } from '../../../contract/device-health.ts';
import { systemClock } from '../../clock.ts';
import type { RunningDevice } from '../../device/driver.ts';
import { createMeter } from '../../device/meter.ts';
import { faultyPort } from '../../simulation/faulty-port.ts';
import type { RunningSimulator } from '../../simulation/simulator.ts';
import { openerOf } from '../../transport/open-wire.ts';
import { openPseudoTerminal } from '../../transport/pseudo-terminal.ts';
import { type AuxiliariesCalls, modbusIoDefinition } from '../definition.ts';
import { auxiliariesSimulator } from './definition.ts';

let folder: string;
let simulator: RunningSimulator;
let driver: RunningDevice<AuxiliariesCalls>;
let health: HealthReport | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'auxiliaries-'));
  simulator = await auxiliariesSimulator.start(auxiliariesSimulator.options, {
    clock: systemClock,
    folder,
    openPort: async (name, spoilCheck) =>
      faultyPort(await openPseudoTerminal(join(folder, name)), {
        clock: systemClock,
        ...(spoilCheck && { spoilCheck }),
      }),
  });
  driver = modbusIoDefinition.start(auxiliariesConfigSchema.parse(simulator.config), {
    clock: systemClock,
    log: () => undefined,
    meter: createMeter(),
    wire: (transport) => openerOf(transport, systemClock),
    hid: () => expect.unreachable('no HID device'),
    emit: () => undefined,
    report: (said) => {
      health = said;
    },
    say: () => undefined,
    assetsDir: folder,
  });
  await expect.poll(() => health?.state, { timeout: 5_000 }).toBe('online');
});
afterEach(async () => {
  await driver.stop();
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

const hand = (act: string, argument = ''): unknown => simulator.hand[act]?.do(argument);

it('what a hand does at the simulator is what the driver says of it', async () => {
  hand('sensor', 'operatorSwitch supervisor');
  hand('input', '0 1');
  await expect
    .poll(() => health?.details, { timeout: 5_000 })
    .toMatchObject({ operatorSwitch: 'supervisor', proximitySensor: 'present', cabinetDoor: 'closed' });
  hand('refuse', '2');
  await expect.poll(() => health, { timeout: 5_000 }).toMatchObject({ state: 'hardwareError' });
  hand('refuse', 'off');
  hand('silent', 'on');
  await expect.poll(() => health?.state, { timeout: 5_000 }).toBe('offline');
  hand('silent', 'off');
  await expect.poll(() => health?.state, { timeout: 5_000 }).toBe('online');
});

it('a reply with a spoiled check is no reply', async () => {
  simulator.port?.onReply(1, { type: 'wrongChecksum' });
  expect(await driver.calls.setLight('statusGood', { flashRate: 'continuous' })).toMatchObject({ ok: true });
});

it.each([
  ['sensor', 'moon full', /a sensor: proximitySensor/],
  ['sensor', 'cabinetDoor ajar', /closed, open, tampered/],
  ['input', '99 1', /input 0 to 15/],
  ['input', 'x', /an input and 0 or 1/],
  ['silent', 'perhaps', /on or off/],
  ['refuse', '77', /1 to 9/],
])('%s %s: says what it wants instead', (act, argument, wants) => {
  expect(() => hand(act, argument)).toThrow(wants);
});
