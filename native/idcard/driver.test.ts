import { describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../clock.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import type { SimulatedPort } from '../transport/simulated-port.ts';
import { tapPort } from '../transport/wire-tap.ts';
import { createSdtDriver, type SdtDriver } from './driver.ts';
import { specimenCard } from './reader-test-rig.ts';
import { DEFAULT_DELAYS_MS } from './simulator/delays.ts';
import { createIdCardSimulator, type IdCardSimulator } from './simulator/id-card-simulator.ts';
import { buildReply } from './simulator/module-frames.ts';
import { decodeTextBlock } from './text-block.ts';
import { createFrameReport } from './wire-frames.ts';

const NO_DELAYS = Object.fromEntries(Object.keys(DEFAULT_DELAYS_MS).map((name) => [name, 0]));
const wang = specimenCard('wang-guilan');
const li = specimenCard('li-jianguo');

async function connect(port: SimulatedPort, opener = createMemoryWire().opener, clock: Clock = systemClock) {
  const opened = await opener.open();
  if (!opened.ok) throw new Error(opened.error);
  const refused: string[] = [];
  const driver = createSdtDriver({
    wire: opened.value,
    clock,
    log: (id, fields) => refused.push(`${id} ${fields?.reason ?? fields?.bytes}`),
  });
  return { driver, refused, port };
}

async function withSimulator(): Promise<{
  driver: SdtDriver;
  simulator: IdCardSimulator;
  frames: string[];
  refused: string[];
}> {
  const { opener, port } = createMemoryWire();
  const frames: string[] = [];
  const tapped = tapPort(
    port,
    createFrameReport((direction, text) => frames.push(`${direction} ${text}`)),
  );
  const simulator = createIdCardSimulator({ port: tapped, delays: NO_DELAYS, continuousReading: 'repeats' });
  const { driver, refused } = await connect(port, opener);
  return { driver, simulator, frames, refused };
}

describe('driver', () => {
  it('one method is one exchange, and personal data is not shown by a tap', async () => {
    const { driver, simulator, frames } = await withSimulator();
    simulator.putCard(wang, { latestAddress: '样本路2号' });
    expect(await driver.resync()).toEqual({ ok: true, value: undefined });
    expect(await driver.samId()).toEqual({ ok: true, value: '05.01-20173617-0000000123-0099999999' });
    expect((await driver.findCard()).ok).toBe(true);
    expect((await driver.selectCard()).ok).toBe(true);
    const base = await driver.readBase();
    expect(base.ok && decodeTextBlock(base.value.text)).toMatchObject({ ok: true, value: { card: wang } });
    expect(base.ok && base.value.photo.length).toBe(1024);
    expect((await driver.latestAddress()).ok).toBe(true);
    expect(frames).toEqual([
      'toDevice AA AA AA 96 69 00 03 11 FF ED',
      'fromDevice AA AA AA 96 69 00 04 00 00 90 94',
      'toDevice AA AA AA 96 69 00 03 12 FF EE',
      'fromDevice AA AA AA 96 69 00 14 00 00 90 05 00 01 00 31 D3 33 01 7B 00 00 00 FF E0 F5 05 C4',
      'toDevice AA AA AA 96 69 00 03 20 01 22',
      'fromDevice AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97',
      'toDevice AA AA AA 96 69 00 03 20 02 21',
      'fromDevice AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C',
      'toDevice AA AA AA 96 69 00 03 30 01 32',
      'fromDevice AA AA AA 96 69 05 08 00 00 90 … (1295 bytes)',
      'toDevice AA AA AA 96 69 00 03 30 03 30',
      'fromDevice AA AA AA 96 69 00 4A 00 00 90 … (81 bytes)',
    ]);
  });

  it('a reply of which every byte comes by itself', async () => {
    const { driver, simulator, refused } = await withSimulator();
    simulator.putCard(wang);
    simulator.setOneByteAtATime(true);
    await driver.resync();
    await driver.findCard();
    await driver.selectCard();
    expect((await driver.readBase()).ok).toBe(true);
    expect(refused).toEqual([]);
  });

  it('no latest address is no failure, no card is a status', async () => {
    const { driver, simulator } = await withSimulator();
    await driver.resync();
    expect(await driver.findCard()).toMatchObject({ ok: false, error: { kind: 'status', byte: 0x80 } });
    simulator.putCard(wang);
    await driver.findCard();
    await driver.selectCard();
    expect(await driver.latestAddress()).toEqual({ ok: true, value: undefined });
  });

  it('reader unplugged at every byte of a read reply: never an identity', async () => {
    const reply = buildReply({ status: 0x90, data: new Uint8Array(1284) }, 'xor');
    for (let cut = 0; cut < reply.length; cut += 1) {
      const { opener, port } = createMemoryWire();
      port.onReceive(() => port.send(buildReply({ status: 0x90, data: new Uint8Array(0) }, 'xor')));
      const { driver } = await connect(port, opener);
      expect((await driver.resync()).ok).toBe(true);
      port.onReceive(() => {
        port.send(reply.subarray(0, cut));
        void port.unplug();
      });
      expect(await driver.readBase()).toEqual({ ok: false, error: { kind: 'exchange', reason: 'portGone' } });
    }
  });

  it('the identity of the card before, sent too late, is not taken for the one that lies there', async () => {
    const { opener, port } = createMemoryWire();
    const hurried: Clock = { ...systemClock, after: (delayMs, call) => systemClock.after(delayMs / 20, call) };
    const simulator = createIdCardSimulator({
      port,
      clock: systemClock,
      delays: NO_DELAYS,
      continuousReading: 'repeats',
    });
    const { driver, refused } = await connect(port, opener, hurried);
    simulator.putCard(wang);
    await driver.resync();
    await driver.findCard();
    await driver.selectCard();
    simulator.setDelay('readBase', 78);
    expect(await driver.readBase()).toMatchObject({ ok: false, error: { reason: 'timeout' } });
    simulator.setDelay('readBase', 0);
    while (!(await driver.resync()).ok) simulator.setDelay('samStatus', 0);
    simulator.putCard(li);
    await driver.findCard();
    await driver.selectCard();
    const base = await driver.readBase();
    expect(base.ok && decodeTextBlock(base.value.text)).toMatchObject({ value: { card: { idNumber: li.idNumber } } });
    expect(refused).toContain('wire-refused stale');
  });

  it('a frame that goes on and on is given up, and its bytes are reported', async () => {
    const { opener, port } = createMemoryWire();
    const hurried: Clock = { ...systemClock, after: (delayMs, call) => systemClock.after(delayMs / 20, call) };
    const { driver, refused } = await connect(port, opener, hurried);
    port.onReceive(() => port.send(Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69, 0x05, 0x08, 0, 0, 0x90)));
    expect(await driver.resync()).toMatchObject({ ok: false, error: { reason: 'timeout' } });
    expect(refused).toEqual(['wire-discarded 10']);
  });
});
