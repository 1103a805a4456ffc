import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { serialPortOpener } from '../transport/serial-port.ts';
import type { IdCardEvent } from './reader.ts';
import {
  eventually,
  lastRead,
  type ReaderTestRig,
  type ReaderTestRigSettings,
  specimenCard,
  startReaderTestRig,
} from './reader-test-rig.ts';
import { createSdtReader } from './sdt-reader.ts';

const wang = specimenCard('wang-guilan');
const li = specimenCard('li-jianguo');

let rig: ReaderTestRig;
const start = async (settings?: ReaderTestRigSettings): Promise<void> => {
  rig = await startReaderTestRig(settings);
};
afterEach(() => rig.end());

const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));
const logged = (id: string): number => rig.logged.filter((event) => event.id === id).length;

describe('reader', () => {
  it('bytes arriving one by one', async () => {
    await start();
    rig.simulator.setOneByteAtATime(true);
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read'], 10_000);
    expect(lastRead(rig.events)).toEqual(wang);
    expect(logged('wire-discarded')).toBe(0);
  });

  it('a reply at the speed of a real line', async () => {
    await start({ baudRate: 115200 });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    expect(rig.simulator.deviceBusyMs()).toBeGreaterThan(112);
  });

  it('noise on the wire is discarded and reported, with no effect', async () => {
    await start();
    rig.simulator.noiseBeforeNextReply(Uint8Array.of(0x00, 0xff, 0xaa, 0xaa, 0xaa, 0xaa, 0x96, 0x55, 0x13));
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    expect(rig.logged.filter((event) => event.id === 'wire-discarded')).toEqual([
      { id: 'wire-discarded', fields: { device: 'idCard', bytes: 9 } },
    ]);
    expect(rig.reader.status().device).toBe('online');
  });

  it('noise while nobody asked is discarded and reported', async () => {
    await start();
    rig.port.send(Uint8Array.from({ length: 500 }, (_, index) => index & 0xff));
    await eventually(
      2000,
      () => logged('wire-discarded') > 0,
      () => 'nothing discarded',
    );
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
  });

  it('a read reply with a wrong checksum is read again, and nobody notices', async () => {
    await start();
    rig.simulator.corruptNextReply('readBase');
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    expect(rig.logged).toContainEqual({ id: 'wire-refused', fields: { device: 'idCard', reason: 'checksum' } });
    expect(lastRead(rig.events)).toEqual(wang);
  });

  it('a silent reader is offline within its deadlines and comes back by itself', async () => {
    await start();
    rig.simulator.setSilent(true);
    await rig.deviceIs('offline', 4000);
    expect(rig.reader.status().media).toBe('unknown');
    rig.simulator.setSilent(false);
    await rig.deviceIs('online');
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
  });

  it('a reader that falls silent mid-read is offline, and the card is read when it answers again', async () => {
    await start();
    rig.simulator.setDelay('readBase', 100);
    rig.simulator.putCard(wang);
    await rig.tells(['presented']);
    rig.simulator.setSilent(true);
    await rig.deviceIs('offline', 4000);
    expect(rig.story()).toEqual(['presented']);
    rig.simulator.setSilent(false);
    await rig.tells(['presented', 'read']);
  });

  it('a module that reports a fault of its own is a hardware error until it is well', async () => {
    await start();
    rig.simulator.setFault(0x66);
    await rig.deviceIs('hardwareError');
    rig.simulator.setFault(undefined);
    await rig.deviceIs('online');
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
  });

  it('a core that starts while a card lies there reads it, though the module found it before', async () => {
    await start({ continuousReading: 'once' });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    await rig.reader.stop();
    const second: IdCardEvent[] = [];
    const opener = serialPortOpener({ path: rig.port.path, baudRate: 115200, writeLimitMs: 500 });
    const log = (): void => undefined;
    const reader = createSdtReader({ opener, clock: systemClock, log, continuousReading: 'once' });
    reader.start((event) => second.push(event));
    await eventually(
      3000,
      () => lastRead(second) !== undefined,
      () => JSON.stringify(second),
    );
    await reader.stop();
    expect(lastRead(second)).toEqual(wang);
  });

  it('a find reply that comes after its deadline is not taken for a later one', async () => {
    await start();
    rig.simulator.setDelay('findCard', 1150);
    await pause(100);
    rig.simulator.putCard(wang);
    await eventually(
      3000,
      () => rig.logged.some((event) => event.fields.reason === 'stale'),
      () => 'no stale reply',
    );
    rig.simulator.takeCard();
    rig.simulator.setDelay('findCard', 2);
    await pause(200);
    expect(rig.story()).toEqual([]);
    rig.simulator.putCard(li);
    await rig.tells(['presented', 'read']);
    expect(lastRead(rig.events)).toEqual(li);
  });

  it('an unreadable card again and again: said once each time it is put, and the next card is read', async () => {
    await start();
    const told: string[] = [];
    for (const sw3 of [0x31, 0x32, 0x33, 0x41, 0x47]) {
      rig.simulator.putUnreadable(sw3);
      await rig.tells([...told, 'presented', 'failed card.unreadable']);
      await pause(100);
      rig.simulator.takeCard();
      told.push('presented', 'failed card.unreadable', 'removed');
      await rig.tells(told);
    }
    rig.simulator.putCard(wang);
    await rig.tells([...told, 'presented', 'read']);
    expect(rig.logged.filter((event) => event.id === 'card-read-failed')).toHaveLength(5);
  });

  it('an unreadable card that is moved a little and can then be read needs not be put again', async () => {
    await start();
    rig.simulator.putUnreadable(0x41);
    await rig.tells(['presented', 'failed card.unreadable']);
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'failed card.unreadable', 'read']);
  });

  it('a card of a kind the module does not know is unsupported, once', async () => {
    await start();
    rig.simulator.putUnreadable(0x40);
    await rig.tells(['presented', 'failed card.unsupported']);
    await pause(200);
    rig.simulator.takeCard();
    await rig.tells(['presented', 'failed card.unsupported', 'removed']);
  });

  it('a text block of an unknown layout is unsupported, an expired card expired', async () => {
    await start();
    rig.simulator.putRawCard(new Uint8Array(256).fill(0x41));
    await rig.tells(['presented', 'failed card.unsupported']);
    rig.simulator.takeCard();
    await rig.tells(['presented', 'failed card.unsupported', 'removed']);
    rig.simulator.putCard({ ...wang, validTo: '2012-01-01' });
    await rig.tells(['presented', 'failed card.unsupported', 'removed', 'presented', 'failed card.expired']);
  });

  it('the latest address takes the place of the one in the text', async () => {
    await start();
    rig.simulator.putCard(wang, { latestAddress: '上海市样本区新样本路1号' });
    await rig.tells(['presented', 'read']);
    expect(lastRead(rig.events)).toEqual({ ...wang, address: '上海市样本区新样本路1号' });
  });

  it('a reader unplugged and back under the same name, five times, reads each time', async () => {
    await start();
    const told: string[] = [];
    for (let times = 0; times < 5; times += 1) {
      await rig.port.unplug();
      await rig.deviceIs('offline', 2000);
      await rig.port.plug();
      await rig.deviceIs('online', 3000);
      rig.simulator.putCard(wang);
      await rig.tells([...told, 'presented', 'read']);
      rig.simulator.takeCard();
      told.push('presented', 'read', 'removed');
      await rig.tells(told);
    }
  });

  it('stop leaves the port free for another opener', async () => {
    await start();
    await rig.reader.stop();
    const opened = await serialPortOpener({ path: rig.port.path, baudRate: 115200, writeLimitMs: 500 }).open();
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.close();
  });
});
