import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentConfigSchema } from '../../contract/device-config/document.ts';
import type { HealthReport } from '../../contract/device-health.ts';
import { systemClock } from '../clock.ts';
import type { DriverContext } from '../device/driver.ts';
import { createMeter } from '../device/meter.ts';
import type { RunningSimulator } from '../simulation/simulator.ts';
import { ippDefinition } from './definition.ts';
import { ippSimulator } from './simulator/definition.ts';
import { serveIpp } from './testing/serve.ts';

const noWire = (): never => {
  throw new Error('this driver talks on no wire of its context');
};
const NEWS_LIMIT = { timeout: 20_000 };
const meter = createMeter();
const reports: HealthReport[] = [];
const said: string[] = [];
let folder: string;
let simulator: RunningSimulator;
let running: ReturnType<typeof ippDefinition.start>;

const context: DriverContext = {
  clock: systemClock,
  log: () => undefined,
  assetsDir: '',
  meter,
  wire: noWire,
  hid: noWire,
  emit: noWire,
  report: (health) => reports.push(health),
  say: (direction, text) => said.push(`${direction} ${text}`),
};
const hand = async (act: string, argument: string): Promise<void> => simulator.hand[act]?.do(argument);
const last = () => reports.at(-1);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-ipp-driver-'));
  const options = { ...ippSimulator.options, firstPageMs: 30, pageMs: 10 };
  simulator = await ippSimulator.start(options, { clock: systemClock, openPort: noWire, folder });
  const settings = documentConfigSchema.parse({
    ...Object(simulator.config),
    trays: { record: 'main', guide: 'tray-9' },
  });
  running = ippDefinition.start(settings, context);
});
afterAll(async () => {
  await running?.stop();
  await simulator?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a printer that is found is online, with its trays and supplies; a tray that it has not is told', async () => {
  expect(reports[0]).toMatchObject({ state: 'starting' });
  await expect.poll(last, NEWS_LIMIT).toMatchObject({
    state: 'online',
    details: { paper: 'full', toner: 'full', cover: 'closed', 'paper.upper': 'full', tonerPercent: '75' },
    reasons: ['configured-tray-missing'],
    evidence: 'printer-state-reasons none',
  });
});

test('an empty tray, low toner and a filling waste container, each in the words of XFS4IoT', async () => {
  await hand('tray', 'main 0');
  await hand('supply', 'toner 5');
  await hand('supply', 'waste 95');
  await running.calls.status();
  expect(last()).toMatchObject({
    state: 'online',
    details: { 'paper.upper': 'out', toner: 'low', tonerPercent: '5', wasteBin: 'high' },
  });
  expect(last()?.reasons).toEqual(expect.arrayContaining(['toner-low', 'marker-waste-almost-full']));
  await hand('tray', 'main 250');
});

test('calls go through, are counted, and are told to whoever watches without their content', async () => {
  const before = meter.snapshot().exchanges;
  expect(await running.calls.createJob('tb-secret-name', 'record')).toMatchObject({ ok: true });
  expect(await running.calls.findJob('tb-secret-name')).toMatchObject({ ok: true, value: { name: 'tb-secret-name' } });
  expect(meter.snapshot().exchanges).toBeGreaterThan(before);
  expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/^toDevice Create-Job #\d+$/)]));
  expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/^fromDevice Create-Job #\d+: status 0x0000$/)]));
  expect(said.join()).not.toContain('secret');
});

test('unplugged it is offline as soon as anybody asks, plugged in again online by itself', async () => {
  await hand('unplug', '');
  expect(await running.calls.job(1)).toEqual({ ok: false, error: 'unreachable' });
  await expect.poll(last, NEWS_LIMIT).toMatchObject({ state: 'offline', reasons: ['unreachable'] });
  expect(meter.snapshot().unanswered).toBeGreaterThan(0);
  await hand('plug', '');
  await expect.poll(() => last()?.state, NEWS_LIMIT).toBe('online');
});

test('a hand that asks for nonsense is told what there is', async () => {
  await expect(async () => hand('set', 'on-fire')).rejects.toThrow('media-empty');
  await expect(async () => hand('tray', 'main many')).rejects.toThrow('250');
});

test('a queue without the printer behind it is warned of', async () => {
  const own: HealthReport[] = [];
  const server = await serveIpp(() => ({ printer: [] }));
  const settings = documentConfigSchema.parse({ driver: 'ipp', uri: server.uri.replace('/ipp/print', '/printers/a4') });
  const queue = ippDefinition.start(settings, { ...context, report: (health) => own.push(health) });
  await expect.poll(() => own.at(-1)?.reasons, NEWS_LIMIT).toEqual(['queue-without-printer-uri']);
  await queue.stop();
  await server.close();
});
