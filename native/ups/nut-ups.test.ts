import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UpsEvent, UpsStatus } from '../../contract/ups.ts';
import { ManualClock } from '../manual-clock.ts';
import { type FaultyPort, faultyPort } from '../simulation/faulty-port.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import { REPLY_LIMIT_MS } from './nut-client.ts';
import { createNutUps, POLL_INTERVAL_MS } from './nut-ups.ts';
import { type SimulatedUps, simulateUps } from './simulator/simulated-ups.ts';
import type { Ups } from './ups.ts';

let clock: ManualClock;
let port: FaultyPort;
let device: SimulatedUps;
let ups: Ups;
let events: UpsEvent['type'][];
let statuses: UpsStatus[];
let logged: string[];

beforeEach(async () => {
  clock = new ManualClock();
  const cable = createMemoryWire();
  port = faultyPort(cable.port, { clock });
  device = simulateUps(port, 'kiosk');
  [events, statuses, logged] = [[], [], []];
  ups = createNutUps({
    opener: cable.opener,
    ups: 'kiosk',
    clock,
    log: (id) => logged.push(id),
    onStatus: (status) => statuses.push(status),
    onEvent: ({ type }) => events.push(type),
  });
  await clock.advance(10);
});
afterEach(() => ups.stop());

const OFFLINE_AFTER_MS = POLL_INTERVAL_MS + REPLY_LIMIT_MS;
const BACK_WITHIN_MS = 3_000;

test('the cable is pulled while nobody asks: known at once', async () => {
  await port.unplug();
  await clock.advance(0);
  expect(ups.status()).toMatchObject({ device: 'offline' });
  await port.plug();
  await clock.advance(BACK_WITHIN_MS);
  expect(ups.status()).toMatchObject({ device: 'online' });
});

test('a look every interval; only changes are told', async () => {
  expect(ups.status()).toMatchObject({ device: 'online', ups: 'good', battery: 'full', inputVolts: 230 });
  await clock.advance(5 * POLL_INTERVAL_MS);
  expect(port.replies()).toBe(6);
  expect(statuses).toHaveLength(1);
});

test('mains off, battery down, mains on', async () => {
  device.mains(false);
  await clock.advance(POLL_INTERVAL_MS);
  expect(ups.status()).toMatchObject({ power: 'battery', ups: 'powering', inputVolts: 0 });
  device.battery(12);
  await clock.advance(POLL_INTERVAL_MS);
  expect(ups.status()).toMatchObject({ ups: 'low', battery: 'critical' });
  device.mains(true);
  device.battery(40);
  await clock.advance(POLL_INTERVAL_MS);
  expect(ups.status()).toMatchObject({ power: 'mains', ups: 'recovered', charging: 'charging' });
  expect(events).toEqual(['mainsLost', 'batteryLow', 'mainsBack']);
});

describe('the cable', () => {
  test('silent: offline after one interval and one limit, back within three seconds', async () => {
    port.setSilent(true);
    await clock.advance(OFFLINE_AFTER_MS);
    expect(ups.status()).toMatchObject({ device: 'offline', power: 'unknown', reasons: ['timeout'] });
    await clock.advance(60_000);
    port.setSilent(false);
    await clock.advance(BACK_WITHIN_MS);
    expect(ups.status().device).toBe('online');
    expect(events).toEqual([]);
  });

  test('pulled: offline, and a power cut that ended meanwhile is none', async () => {
    await port.unplug();
    await clock.advance(POLL_INTERVAL_MS);
    expect(ups.status().device).toBe('offline');
    device.mains(false);
    await clock.advance(60_000);
    device.mains(true);
    await port.plug();
    await clock.advance(BACK_WITHIN_MS);
    expect(ups.status().device).toBe('online');
    expect(events).toEqual([]);
  });

  test('an answer that comes too late is not taken for the next one', async () => {
    port.onReply(1, { type: 'delay', ms: REPLY_LIMIT_MS + 50 });
    await clock.advance(POLL_INTERVAL_MS - 5);
    device.mains(false);
    await clock.advance(REPLY_LIMIT_MS + 10);
    expect(ups.status().device).toBe('offline');
    device.mains(true);
    await clock.advance(BACK_WITHIN_MS);
    // The late answer said that the mains are off; nobody listened to it any more.
    expect(ups.status()).toMatchObject({ device: 'online', power: 'mains' });
    expect(events).toEqual([]);
  });

  test('a turned bit costs the connection, not the truth', async () => {
    for (let byte = 0; byte < 60; byte += 7) {
      port.onReply(1, { type: 'corrupt', byte });
      await clock.advance(POLL_INTERVAL_MS + BACK_WITHIN_MS);
      expect(ups.status().device).toBe('online');
    }
    expect(events).toEqual([]);
  });

  test('noise between two answers is said and the next answer is heard on a fresh connection', async () => {
    port.send(Buffer.from('nonsense\nVAR kiosk ups.status "OB LB"\n'));
    await clock.advance(POLL_INTERVAL_MS + BACK_WITHIN_MS);
    expect(logged).toContain('wire-discarded');
    expect(ups.status()).toMatchObject({ device: 'online', power: 'mains' });
    expect(events).toEqual([]);
  });
});

test('upsd that does not hear its UPS is offline on a wire that stays', async () => {
  device.stale(true);
  await clock.advance(POLL_INTERVAL_MS);
  expect(ups.status()).toMatchObject({ device: 'offline', reasons: ['DATA-STALE'] });
  device.stale(false);
  await clock.advance(POLL_INTERVAL_MS);
  expect(ups.status().device).toBe('online');
  expect(logged).not.toContain('device-recovery');
});

test('after its stop nothing is asked and nothing said', async () => {
  await ups.stop();
  const [replies, told] = [port.replies(), statuses.length];
  device.mains(false);
  await clock.advance(60_000);
  expect([port.replies(), statuses.length, events]).toEqual([replies, told, []]);
});
