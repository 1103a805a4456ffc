import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsConfigSchema } from '../../contract/device-config/ups.ts';
import type { HealthReport } from '../../contract/device-health.ts';
import type { UpsEvent } from '../../contract/ups.ts';
import { systemClock } from '../clock.ts';
import { createMeter } from '../device/meter.ts';
import type { RunningSimulator } from '../simulation/simulator.ts';
import { tcpOpener } from '../transport/socket-wire.ts';
import { nutDefinition } from './definition.ts';
import { upsSimulator } from './simulator/definition.ts';

const absent = (): never => {
  throw new Error('not of this driver');
};
const NEWS_LIMIT = { timeout: 20_000 };
const reports: HealthReport[] = [];
const events: UpsEvent[] = [];
let simulator: RunningSimulator;
let running: ReturnType<typeof nutDefinition.start>;

const last = () => reports.at(-1);
const hand = async (act: string, argument: string): Promise<void> => simulator.hand[act]?.do(argument);

beforeAll(async () => {
  simulator = await upsSimulator.start(upsSimulator.options, { clock: systemClock, openPort: absent, folder: '' });
  const settings = upsConfigSchema.parse({ ...Object(simulator.config), pollIntervalMs: 500 });
  running = nutDefinition.start(settings, {
    clock: systemClock,
    log: () => undefined,
    assetsDir: '',
    meter: createMeter(),
    wire: (transport) => {
      if (transport.kind !== 'tcp') return absent();
      return tcpOpener({ host: transport.host, port: transport.port, writeLimitMs: 1_000 });
    },
    hid: absent,
    emit: (event) => events.push(event),
    report: (health) => reports.push(health),
    say: absent,
  });
});
afterAll(async () => {
  await running?.stop();
  await simulator?.close();
});

test('over real TCP, in the words of XFS4IoT', async () => {
  expect(reports[0]).toMatchObject({ state: 'starting' });
  await expect.poll(last, NEWS_LIMIT).toEqual({
    state: 'online',
    details: {
      uninterruptiblePowerSupply: 'good',
      batteryStatus: 'full',
      batteryChargingStatus: 'notCharging',
      powerInStatus: 'powering',
    },
    reasons: [],
    evidence: 'ups.status OL, battery 100 %',
  });
  expect(await running.calls.status()).toMatchObject({ power: 'mains' });
});

test('a power cut is an event and a state', async () => {
  await hand('battery', '15');
  await hand('mains', 'off');
  await expect.poll(last, NEWS_LIMIT).toMatchObject({
    state: 'online',
    details: { uninterruptiblePowerSupply: 'low', batteryStatus: 'critical', powerInStatus: 'noPower' },
    reasons: ['OB', 'DISCHRG', 'LB'],
  });
  expect(events).toEqual([{ type: 'mainsLost' }, { type: 'batteryLow' }]);
});

test('upsd pulled away and back', async () => {
  await simulator.port?.unplug();
  await expect.poll(() => last()?.state, NEWS_LIMIT).toBe('offline');
  await simulator.port?.plug();
  await expect.poll(() => last()?.state, NEWS_LIMIT).toBe('online');
  expect(events).toHaveLength(2);
});

test('what passes is told line by line, each direction cut for itself', () => {
  const told: string[] = [];
  const report = nutDefinition.describe?.((direction, text) => told.push(`${direction} ${text}`));
  report?.('toDevice', Buffer.from('LIST VAR ki'));
  report?.('fromDevice', Buffer.from('ERR \u0007\n'));
  report?.('toDevice', Buffer.from('osk\n'));
  expect(told).toEqual(['fromDevice ERR ·', 'toDevice LIST VAR kiosk']);
});

test('a hand that asks for nonsense is told what there is', async () => {
  await expect(async () => hand('mains', 'maybe')).rejects.toThrow('on or off');
  await expect(async () => hand('battery', '101')).rejects.toThrow('0 to 100');
});

test('a UPS that says the same again is reported again: its evidence is of now', async () => {
  const told = reports.length;
  await expect.poll(() => reports.length, NEWS_LIMIT).toBeGreaterThan(told + 1);
});
