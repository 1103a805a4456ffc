import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { idCardConfigSchema } from '../../../contract/device-config/id-card.ts';
import type { HealthReport } from '../../../contract/device-health.ts';
import { systemClock } from '../../clock.ts';
import type { DriverContext, RunningDevice } from '../../device/driver.ts';
import { createMeter } from '../../device/meter.ts';
import { faultyPort } from '../../simulation/faulty-port.ts';
import type { RunningSimulator } from '../../simulation/simulator.ts';
import { openerOf } from '../../transport/open-wire.ts';
import { openPseudoTerminal } from '../../transport/pseudo-terminal.ts';
import { tapOpener } from '../../transport/wire-tap.ts';
import { cvrSumDefinition, sdtDefinition } from '../definition.ts';
import type { CardEvent } from '../reader.ts';
import { eventually } from '../reader-test-rig.ts';
import { idCardSimulatorDefinition } from './definition.ts';
import { SPECIMEN_CARD } from './hand-words.ts';

let folder: string;
let simulator: RunningSimulator;
let device: RunningDevice<Record<never, never>>;
const events: CardEvent[] = [];
const reports: HealthReport[] = [];
const told: string[] = [];

/** Simulator and driver as each is started alone, with nothing between them but the configuration and the cable. */
async function start(options: Partial<typeof idCardSimulatorDefinition.options>): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'tongban-idcard-'));
  simulator = await idCardSimulatorDefinition.start(
    { ...idCardSimulatorDefinition.options, ...options },
    {
      clock: systemClock,
      folder,
      openPort: async (name) => faultyPort(await openPseudoTerminal(join(folder, name)), { clock: systemClock }),
    },
  );
  for (const list of [events, reports, told]) list.length = 0;
  const settings = idCardConfigSchema.parse(simulator.config);
  const definition = settings.driver === 'sdt' ? sdtDefinition : cvrSumDefinition;
  const report = definition.describe?.((direction, text) => told.push(`${direction} ${text}`));
  const context: DriverContext<CardEvent> = {
    clock: systemClock,
    log: () => undefined,
    assetsDir: folder,
    meter: createMeter(),
    wire: (transport) => tapOpener(openerOf(transport, systemClock), report ?? (() => undefined)),
    hid: () => {
      throw new Error('no HID here');
    },
    emit: (event) => events.push(event),
    report: (health) => reports.push(health),
    say: () => undefined,
  };
  device =
    settings.driver === 'sdt' ? sdtDefinition.start(settings, context) : cvrSumDefinition.start(settings, context);
}
afterEach(async () => {
  await device.stop();
  await simulator.close();
  rmSync(folder, { recursive: true });
});

const story = (): string => events.map((event) => event.type).join(' ');
const tells = (expected: string): Promise<void> => eventually(8000, () => story() === expected, story);
const hand = (act: string, argument = '') => simulator.hand[act]?.do(argument);

describe('driver and simulator started from their definitions', () => {
  it.each([
    ['SDT', {}],
    ['SDT, once', { continuousReading: 'once' }],
    ['SDT with all it can', { fingerprint: true, reset: true, managementNumber: true }],
    ['CVR-100AU', { family: 'cvr-sum' }],
  ])('%s: a card is read and taken', async (_, options) => {
    await start(options);
    hand('put');
    await tells('presented read');
    const read = events.findLast((event) => event.type === 'read');
    expect(read?.card).toEqual(SPECIMEN_CARD);
    expect(read?.fingerprint?.length).toBe('fingerprint' in options ? 1024 : undefined);
    expect(reports.at(-1)).toMatchObject({ state: 'online', reasons: [] });
    hand('take');
    await tells('presented read removed');
    await eventually(
      2000,
      () => reports.at(-1)?.details.media === 'notPresent',
      () => JSON.stringify(reports.at(-1)),
    );
  });

  it.each(['sdt', 'cvr-sum'])('%s: who watches sees frames and nobody’s data', async (family) => {
    await start({ family });
    hand('put');
    await tells('presented read');
    const reply = told.find((line) => line.includes('05 08'));
    expect(reply).toBe('fromDevice AA AA AA 96 69 05 08 00 00 90 … (1295 bytes)');
    expect(told.every((line) => line.length < 130)).toBe(true);
    expect(told.some((line) => line.includes('wrong'))).toBe(false);
  });

  it('every act of the hand does what it says', async () => {
    await start({ reset: true });
    const deviceIs = (state: string): Promise<void> =>
      eventually(
        5000,
        () => reports.at(-1)?.state === state,
        () => JSON.stringify(reports.at(-1)),
      );
    hand('put', '{"name":"李明","latestAddress":"样本路2号"}');
    await tells('presented read');
    expect(events.at(-1)).toMatchObject({ card: { kind: 'resident', name: '李明', address: '样本路2号' } });
    hand('unreadable', '41');
    await tells('presented read removed presented failed');
    hand('silent', 'on');
    await deviceIs('offline');
    hand('silent', 'off');
    await deviceIs('online');
    hand('fault', '66');
    await eventually(
      5000,
      () => reports.some(({ state }) => state === 'hardwareError'),
      () => JSON.stringify(reports.at(-1)),
    );
    await deviceIs('online');
    hand('powerLoss');
  });

  it('a hand that says what makes no sense is told so', async () => {
    await start({});
    for (const [act, argument] of [
      ['put', 'wang'],
      ['put', '{"name":1}'],
      ['put', '{"photo":"x"}'],
      ['unreadable', ''],
      ['silent', ''],
      ['fault', '1'],
    ] as const) {
      expect(() => hand(act, argument), `${act} ${argument}`).toThrow(RangeError);
    }
    const { options } = idCardSimulatorDefinition;
    const around = { clock: systemClock, folder, openPort: async () => Promise.reject(new Error('not reached')) };
    await expect(idCardSimulatorDefinition.start({ ...options, family: 'dkq' }, around)).rejects.toThrow(RangeError);
  });
});
