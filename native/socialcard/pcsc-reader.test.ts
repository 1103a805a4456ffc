import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import {
  type SocialCardTestRig,
  specimenChip,
  specimenSocialCard,
  startSocialCardTestRig,
  testFolder,
} from './reader-test-rig.ts';
import { brokenChip, muteChip, otherChip } from './simulator/card-program.ts';
import { type PcscdDouble, startPcscdDouble } from './simulator/pcscd-double.ts';

let folder: ReturnType<typeof testFolder>;
let pcscd: PcscdDouble;
let rig: SocialCardTestRig;

beforeEach(async () => {
  folder = testFolder();
  pcscd = await startPcscdDouble(join(folder.path, 'pcscd.comm'), systemClock);
  rig = startSocialCardTestRig(pcscd.socket);
  await rig.deviceIs('online');
});
afterEach(async () => {
  await rig.end();
  await pcscd.close();
  folder.end();
});

const READ = ['presented', 'read'];

describe('cards', () => {
  test('a card is put in, read and taken out', async () => {
    pcscd.insert(specimenChip('li-jianguo'));
    await rig.tells(READ);
    expect(rig.lastRead()).toEqual(specimenSocialCard('li-jianguo'));
    expect(rig.reader.status()).toEqual({ device: 'online', media: 'present' });
    pcscd.take();
    await rig.tells([...READ, 'removed']);
    expect(rig.reader.status().media).toBe('notPresent');
  });

  test.each([
    ['records by number only', { records: 'byNumber' }],
    ['records by identifier only', { records: 'byIdentifier' }],
    ['SELECT from anywhere only', { select: 'anywhere' }],
    ['no file information, any Le', { fileInformation: false, le: 'any' }],
  ] as const)('a card with other habits is read: %s', async (_name, habits) => {
    pcscd.insert(specimenChip('li-jianguo', habits));
    await rig.tells(READ);
    expect(rig.lastRead()).toEqual(specimenSocialCard('li-jianguo'));
  });

  test('a bank card', async () => {
    pcscd.insert(otherChip());
    await rig.tells(['presented', 'failed socialCard.unsupported']);
    expect(rig.health.at(-1)?.evidence).toBe('SELECT SSSE: SW 6a82');
  });

  test('a card whose holder is behind a PIN is refused, and no PIN is sent', async () => {
    pcscd.insert(specimenChip(undefined, { pin: true }));
    await rig.tells(['presented', 'failed socialCard.unsupported']);
    expect(rig.said.filter((line) => line.includes('APDU 0020'))).toEqual([]);
  });

  test('a card that asks for another length for ever', async () => {
    pcscd.insert(specimenChip(undefined, { le: 'endless' }));
    await rig.tells(['presented', 'failed socialCard.unreadable']);
  });

  test('a card upside down, then the right way', async () => {
    pcscd.insert(muteChip());
    await rig.tells(['presented', 'failed socialCard.unreadable']);
    pcscd.take();
    pcscd.insert(specimenChip());
    await rig.tells(['presented', 'failed socialCard.unreadable', 'removed', ...READ]);
  });

  test('a chip that answers everything with an error of its memory is tried twice', async () => {
    pcscd.insert(brokenChip(0x6581));
    await rig.tells(['presented', 'failed socialCard.unreadable']);
    expect(rig.said.filter((line) => line.includes('APDU 00A40400'))).toHaveLength(2);
    expect(rig.meter.snapshot().retries).toBe(1);
  });

  test('a card pulled out while it is read', async () => {
    pcscd.setCommandDelay(60);
    pcscd.insert(specimenChip());
    await rig.tells(['presented']);
    pcscd.take();
    await rig.tells(['presented', 'failed socialCard.removedEarly', 'removed']);
  });

  test('one card changed for another between two looks', async () => {
    pcscd.insert(specimenChip('wang-guilan'));
    await rig.tells(READ);
    pcscd.take();
    pcscd.insert(specimenChip('li-jianguo'));
    await rig.tells([...READ, 'removed', ...READ]);
    expect(rig.lastRead()?.name).toBe(specimenSocialCard('li-jianguo').name);
  });

  test('nothing personal is said, logged or reported', async () => {
    pcscd.insert(specimenChip('li-jianguo'));
    await rig.tells(READ);
    const { name, idNumber, cardNumber } = specimenSocialCard('li-jianguo');
    const all = JSON.stringify([rig.said, rig.logged, rig.health]);
    for (const secret of [name, idNumber, cardNumber, Buffer.from(idNumber).toString('hex')]) {
      expect(all).not.toContain(secret);
    }
    expect(rig.said).toContain('toDevice APDU 00A40400');
    expect(rig.said).toContain('fromDevice SW 9000, 32 bytes');
  });
});

describe('reader and daemon', () => {
  test('the reader is unplugged and comes back with the same card: nobody is told of a removal', async () => {
    pcscd.insert(specimenChip());
    await rig.tells(READ);
    pcscd.setReaderPlugged(false);
    await rig.deviceIs('offline', 'readerAbsent');
    expect(rig.reader.status().media).toBe('unknown');
    pcscd.setReaderPlugged(true);
    await rig.deviceIs('online');
    await rig.tells(READ);
    pcscd.take();
    await rig.tells([...READ, 'removed']);
  });

  test('pcscd is stopped, the card is changed meanwhile, and pcscd is started', async () => {
    pcscd.insert(specimenChip('wang-guilan'));
    await rig.tells(READ);
    await pcscd.stopDaemon();
    await rig.deviceIs('offline', 'pcscdAbsent');
    pcscd.insert(specimenChip('li-jianguo'));
    await pcscd.startDaemon();
    await rig.tells([...READ, 'removed', ...READ]);
    expect(rig.lastRead()).toEqual(specimenSocialCard('li-jianguo'));
  });

  test('pcscd hangs and comes to itself', async () => {
    pcscd.setSilent(true);
    await rig.deviceIs('offline', 'pcscdSilent');
    expect(rig.meter.snapshot().unanswered).toBeGreaterThan(0);
    pcscd.setSilent(false);
    await rig.deviceIs('online');
  });

  test('pcscd hangs in the middle of a card, which is read when it is back', async () => {
    pcscd.setCommandDelay(60);
    pcscd.insert(specimenChip());
    await rig.tells(['presented']);
    pcscd.setSilent(true);
    await rig.deviceIs('offline', 'pcscdSilent');
    pcscd.setSilent(false);
    await rig.tells(READ);
  });

  test('a daemon that sends what nobody asked for is left, and joined anew', async () => {
    pcscd.blurt(new Uint8Array(4_000));
    await rig.deviceIs('offline', 'pcscdProtocol');
    await rig.deviceIs('online');
    pcscd.insert(specimenChip());
    await rig.tells(READ);
  });

  test('a daemon of another major version is refused with a reason', async () => {
    pcscd.setVersion(5, 0);
    await pcscd.stopDaemon();
    await pcscd.startDaemon();
    await rig.deviceIs('offline', 'pcscdProtocol');
    expect(rig.health.at(-1)?.evidence).toBe('pcscd speaks protocol 5:0, this driver 4:4');
    expect(rig.logged.some(({ id }) => id === 'wire-refused')).toBe(true);
  });

  test('a daemon that insists on its newer minor version is spoken to in that', async () => {
    pcscd.setVersion(4, 5);
    await pcscd.stopDaemon();
    await rig.deviceIs('offline', 'pcscdAbsent');
    await pcscd.startDaemon();
    await rig.deviceIs('online');
  });
});
