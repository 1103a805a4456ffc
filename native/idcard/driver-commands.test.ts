import { describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import { tapPort } from '../transport/wire-tap.ts';
import { cvrSumDialect, type Dialect, sdtDialect } from './dialect.ts';
import { createSdtDriver, type SdtDriver } from './driver.ts';
import { specimenCard } from './reader-test-rig.ts';
import { DEFAULT_DELAYS_MS } from './simulator/delays.ts';
import {
  createIdCardSimulator,
  type IdCardSimulator,
  type IdCardSimulatorSettings,
} from './simulator/id-card-simulator.ts';
import { buildReply } from './simulator/module-frames.ts';
import { createFrameReport } from './wire-frames.ts';

const NO_DELAYS = Object.fromEntries(Object.keys(DEFAULT_DELAYS_MS).map((name) => [name, 0]));
const UNKNOWN = { ok: false, error: { kind: 'status', byte: 0x21, status: { name: 'commandUnknown' } } };
const wang = specimenCard('wang-guilan');
const FINGERPRINT = new Uint8Array(1024).fill(7);

interface Desk {
  readonly driver: SdtDriver;
  readonly simulator: IdCardSimulator;
  readonly requests: string[];
}

async function desk(dialect: Dialect, knows: Partial<IdCardSimulatorSettings> = {}): Promise<Desk> {
  const { opener, port } = createMemoryWire();
  const requests: string[] = [];
  const report = createFrameReport(
    (direction, text) => direction === 'toDevice' && requests.push(text.slice('AA AA AA 96 69 '.length)),
    'xor',
    'sum',
  );
  const tapped = tapPort(port, report);
  const simulator = createIdCardSimulator({
    delays: NO_DELAYS,
    continuousReading: 'repeats',
    ...knows,
    port: tapped,
  });
  const opened = await opener.open();
  if (!opened.ok) throw new Error(opened.error);
  const driver = createSdtDriver({ wire: opened.value, clock: systemClock, log: () => undefined, dialect });
  expect(await driver.resync()).toEqual({ ok: true, value: undefined });
  return { driver, simulator, requests };
}

async function select({ driver }: Desk): Promise<void> {
  expect((await driver.findCard()).ok).toBe(true);
  expect((await driver.selectCard()).ok).toBe(true);
}

describe('commands', () => {
  it('text, photo and fingerprint are one reading', async () => {
    const here = await desk(sdtDialect({ fingerprint: true }));
    here.simulator.putCard(wang, { fingerprint: FINGERPRINT });
    await select(here);
    const base = await here.driver.readBase();
    expect(base.ok && base.value.fingerprint).toEqual(FINGERPRINT);
    here.simulator.putCard(wang);
    await select(here);
    const without = await here.driver.readBase();
    expect(without.ok && without.value.fingerprint).toEqual(new Uint8Array(0));
    expect(here.requests.filter((frame) => frame.startsWith('00 03 30'))).toEqual(['00 03 30 10 23', '00 03 30 10 23']);
  });

  it('a module that does not know the fingerprint is asked for it once', async () => {
    const here = await desk(sdtDialect({ fingerprint: true }), { fingerprint: false });
    here.simulator.putCard(wang);
    await select(here);
    for (const _ of [1, 2]) {
      const base = await here.driver.readBase();
      expect(base.ok && base.value.fingerprint).toBeUndefined();
    }
    expect(here.requests.filter((frame) => frame.startsWith('00 03 30'))).toEqual([
      '00 03 30 10 23',
      '00 03 30 01 32',
      '00 03 30 01 32',
    ]);
  });

  it('reset and management number are sent with the bytes of the configuration', async () => {
    const dialect = sdtDialect({ reset: [0x10, 0xff], managementNumber: [0x30, 0x05] });
    const here = await desk(dialect, { resetCode: 0x10ff, managementNumberCode: 0x3005 });
    here.simulator.putCard(wang);
    await select(here);
    const number = await here.driver.managementNumber();
    expect(number.ok && number.value.length).toBe(28);
    expect(here.driver.canReset).toBe(true);
    expect(await here.driver.resetSam()).toEqual({ ok: true, value: undefined });
    expect(await here.driver.selectCard()).toMatchObject({ error: { byte: 0x81 } });
    expect(here.requests.slice(3, 5)).toEqual(['00 03 30 05 36', '00 03 10 FF EC']);
  });

  it('what no manual gave is never sent', async () => {
    const here = await desk(sdtDialect(), { resetCode: 0x10ff, managementNumberCode: 0x3005 });
    expect(here.driver.canReset).toBe(false);
    expect(await here.driver.resetSam()).toMatchObject(UNKNOWN);
    expect(await here.driver.managementNumber()).toMatchObject(UNKNOWN);
    expect(here.requests).toEqual(['00 03 11 FF ED']);
  });

  it('CVR-100AU: init, find, select, read, and nothing else', async () => {
    const here = await desk(cvrSumDialect({ replyCheck: 'sum' }), { family: 'cvr-sum' });
    here.simulator.putCard(wang);
    await select(here);
    const base = await here.driver.readBase();
    expect(base.ok && base.value.text.length).toBe(256);
    expect(await here.driver.samId()).toMatchObject(UNKNOWN);
    expect(await here.driver.latestAddress()).toMatchObject(UNKNOWN);
    expect(here.requests).toEqual(['00 03 00 01 FC', '00 03 00 81 7C', '00 03 00 82 7B', '00 03 00 83 7A']);
  });

  it('a read whose lengths are not those of a card is no reading', async () => {
    const { opener, port } = createMemoryWire();
    const opened = await opener.open();
    if (!opened.ok) throw new Error(opened.error);
    const refused: unknown[] = [];
    const log = (_: string, fields: { reason?: unknown } = {}): void => void refused.push(fields.reason);
    const driver = createSdtDriver({ wire: opened.value, clock: systemClock, log });
    port.onReceive(() => port.send(buildReply({ status: 0x90, data: new Uint8Array(0) }, 'xor')));
    await driver.resync();
    port.onReceive(() => port.send(buildReply({ status: 0x90, data: new Uint8Array(1284) }, 'xor')));
    expect(await driver.readBase()).toMatchObject({
      error: { byte: 0x3f, status: { name: 'informationLengthWrong' } },
    });
    expect(refused).toEqual(['lengths']);
  });
});
