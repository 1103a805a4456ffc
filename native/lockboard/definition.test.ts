import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockerConfigSchema } from '../../contract/device-config/locker.ts';
import { healthReportSchema } from '../../contract/device-health.ts';
import { sharedNowMs, systemClock } from '../clock.ts';
import type { DriverContext, RunningDevice } from '../device/driver.ts';
import { createMeter } from '../device/meter.ts';
import { faultyPort } from '../simulation/faulty-port.ts';
import { openerOf } from '../transport/open-wire.ts';
import { openPseudoTerminal } from '../transport/pseudo-terminal.ts';
import { tapOpener } from '../transport/wire-tap.ts';
import type { LockerCalls } from './definition.ts';
import * as definitions from './definition.ts';
import type { LockerEvent } from './lockboard.ts';
import { eventually } from './lockboard-test-rig.ts';
import { lockerSimulator } from './simulator/definition.ts';
import { FAMILIES } from './simulator/families.ts';

const clock = systemClock;
const WITHIN_MS = 5000;

/** A simulated locker, and its driver as its process would start it from the configuration that the simulator names. */
async function startDriver(driver: string, options: Partial<typeof lockerSimulator.options> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-locker-'));
  const openPort = async (name: string) => faultyPort(await openPseudoTerminal(join(folder, name)), { clock });
  const around = { clock, folder, openPort };
  const simulator = await lockerSimulator.start({ ...lockerSimulator.options, driver, cells: 12, ...options }, around);
  const config = lockerConfigSchema.parse(simulator.config);
  const definition = Object.values(definitions).find((one) => one.driver === config.driver);
  if (!definition) throw new Error(`no definition of ${config.driver}`);
  // Each takes the settings that bear its name: these.
  const start: (settings: never, context: DriverContext<LockerEvent>) => RunningDevice<LockerCalls> = definition.start;

  const events: LockerEvent[] = [];
  const states: string[] = [];
  const words: string[] = [];
  const describeChunk = definition.describe?.((direction, text) => words.push(`${direction} ${text}`));
  const context: DriverContext<LockerEvent> = {
    clock,
    log: () => undefined,
    assetsDir: folder,
    meter: createMeter(),
    wire: (transport) => tapOpener(openerOf(transport, clock), (...chunk) => describeChunk?.(...chunk)),
    hid: () => {
      throw new Error('a locker is no HID device');
    },
    emit: (event) => events.push(event),
    report: (health) => states.push(healthReportSchema.parse(health).state),
    say: () => undefined,
  };
  const running = start(config as never, context);
  await eventually(
    WITHIN_MS,
    () => states.at(-1) === 'online',
    () => states.join(' '),
  );
  return {
    ...running,
    simulator,
    events,
    words,
    async end() {
      await running.stop();
      await simulator.close();
      rmSync(folder, { recursive: true });
    },
  };
}

describe('each driver on the simulator that speaks its bytes', () => {
  it.concurrent.each(Object.keys(FAMILIES))('%s opens a cell, sees a hand close it, and stops', async (driver) => {
    const { calls, simulator, events, words, end } = await startDriver(driver);
    try {
      expect(await calls.open(2, sharedNowMs() + WITHIN_MS)).toEqual({ ok: true, value: 'opened' });
      await simulator.hand.close?.do('2');
      await eventually(
        WITHIN_MS,
        () => events.at(-1)?.door === 'closed' && events.at(-1)?.cell === 2,
        () => JSON.stringify(events),
      );
      expect(words.some((line) => line.startsWith('toDevice'))).toBe(true);
      expect(words.some((line) => line.startsWith('fromDevice'))).toBe(true);
    } finally {
      await end();
    }
  });
});

describe('a call that waited for its process', () => {
  it('past the last moment of who asked: no unlock frame, however long the span once was', async () => {
    const { calls, words, end } = await startDriver('kr-8a');
    try {
      expect(await calls.open(2, sharedNowMs() - 1)).toEqual({ ok: false, error: 'locker.offline' });
      expect(words.filter((line) => line.includes('unlock'))).toEqual([]);
    } finally {
      await end();
    }
  });
});

describe('hands at the simulated locker', () => {
  it('jams a lock, sticks a switch, takes a board away, puts something in', async () => {
    const { calls, simulator, events, end } = await startDriver('cu16', { boards: 2, cells: 4 });
    const { stuckLock, stuckSwitch, missing, item, open } = simulator.hand;
    try {
      await stuckLock?.do('1 on');
      expect(await calls.open(1, sharedNowMs() + WITHIN_MS)).toEqual({ ok: false, error: 'locker.notOpened' });
      await stuckSwitch?.do('2 on');
      await open?.do('2');
      await item?.do('3 on');
      expect(await calls.states()).toMatchObject({
        value: [{ door: 'closed' }, { door: 'closed' }, { item: 'present' }, { item: 'notPresent' }, {}, {}, {}, {}],
      });
      await missing?.do('1 on');
      await eventually(
        WITHIN_MS,
        () => events.some(({ cell, door }) => cell === 5 && door === 'unknown'),
        () => JSON.stringify(events),
      );
    } finally {
      await end();
    }
  });

  it('says what it wants instead of nonsense', async () => {
    const { simulator, end } = await startDriver('kr-8a');
    try {
      expect(() => simulator.hand.open?.do('door')).toThrow('a whole number');
      expect(() => simulator.hand.open?.do('99')).toThrow('a cell from 1 to 12');
      expect(() => simulator.hand.silent?.do('maybe')).toThrow('on or off');
      expect(() => simulator.hand.missing?.do('9 on')).toThrow('a board: 1');
    } finally {
      await end();
    }
  });
});

describe('configuration', () => {
  const transport = { kind: 'serial', path: '/dev/serial/by-id/locker', baudRate: 9600 };
  it.each([
    [
      'an address twice',
      [
        { address: 1, cells: 8 },
        { address: 1, cells: 8 },
      ],
    ],
    ['more cells than channels', [{ address: 1, cells: 24, channels: 16 }]],
    ['an address that the family cannot have', [{ address: 100, cells: 24 }]],
    ['no board', []],
  ])('%s is refused', (_, boards) => {
    expect(lockerConfigSchema.safeParse({ driver: 'kr-8a', transport, boards }).success).toBe(false);
  });

  it('an inverted cell that there is not is refused', () => {
    const boards = [{ address: 1, cells: 8 }];
    const parse = (inverted: number[]) => lockerConfigSchema.safeParse({ driver: 'wkly', transport, boards, inverted });
    expect(parse([1, 8]).success).toBe(true);
    expect(parse([9]).success).toBe(false);
  });
});
