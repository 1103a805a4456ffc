import { afterEach, describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../clock.ts';
import { cvrSumDialect, sdtDialect } from './dialect.ts';
import {
  eventually,
  lastRead,
  type ReaderTestRig,
  type ReaderTestRigSettings,
  specimenCard,
  startReaderTestRig,
} from './reader-test-rig.ts';

const wang = specimenCard('wang-guilan');
const li = specimenCard('li-jianguo');
const FINGERPRINT = Uint8Array.from({ length: 1024 }, (_, at) => (at * 7) & 0xff);

let rig: ReaderTestRig;
const start = async (settings?: ReaderTestRigSettings): Promise<void> => {
  rig = await startReaderTestRig(settings);
};
afterEach(() => rig.end());

const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));
const readEvent = () => rig.events.findLast((event) => event.type === 'read');
/** What counts as long ago is so ten times as early. */
const forgetful: Clock = { ...systemClock, now: () => systemClock.now() * 10 };

describe('reader with a module of CVR-100AU', () => {
  const cvr = { family: 'cvr-sum', dialect: cvrSumDialect({ replyCheck: 'sum' }) } as const;

  it.each(['repeats', 'once'] as const)('a card is read once and its removal found, find %s', async (mode) => {
    await start({ ...cvr, continuousReading: mode });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    expect(lastRead(rig.events)).toEqual(wang);
    await pause(300);
    rig.simulator.takeCard();
    await rig.tells(['presented', 'read', 'removed']);
  });

  it('replies checked by XOR are read where that is configured', async () => {
    await start({ ...cvr, dialect: cvrSumDialect({ replyCheck: 'xor' }), replyCheck: 'xor' });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
  });

  it('a reply at 9600 bit/s, which takes longer than a fast module has', async () => {
    await start({ ...cvr, baudRate: 9600 });
    rig.simulator.setDelay('readBase', 900);
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
  });

  it('a read reply with a wrong sum is read again, and nobody notices', async () => {
    await start(cvr);
    rig.simulator.corruptNextReply('readBase');
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    expect(rig.logged).toContainEqual({ id: 'wire-refused', fields: { device: 'idCard', reason: 'checksum' } });
  });

  it('card swapped for another faster than the reader looks: found out when the first is no longer taken for granted', async () => {
    await start({ ...cvr, clock: forgetful });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    rig.simulator.putCard(li);
    await rig.tells(['presented', 'read', 'removed', 'presented', 'read']);
    expect(lastRead(rig.events)).toEqual(li);
  });

  it('card swapped for another during one slow look that missed both: the answer to find is not taken for the first', async () => {
    let onFind = (): void => undefined;
    // Time creeps: the first card would be taken for granted for the whole test.
    const slow = { ...systemClock, now: () => systemClock.now() / 1000 };
    await start({ ...cvr, clock: slow, onReplied: (command) => command === 'findCard' && onFind() });
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
    rig.simulator.takeCard();
    onFind = () => {
      onFind = () => undefined;
      rig.simulator.putCard(li);
    };
    await rig.tells(['presented', 'read', 'removed', 'presented', 'read']);
    expect(lastRead(rig.events)).toEqual(li);
  });

  it('a silent reader is offline and comes back by itself', async () => {
    await start(cvr);
    rig.simulator.setSilent(true);
    await rig.deviceIs('offline', 4000);
    expect(rig.reports.at(-1)).toMatchObject({ state: 'offline', details: { media: 'unknown' }, reasons: ['timeout'] });
    rig.simulator.setSilent(false);
    await rig.deviceIs('online');
  });
});

describe('reader asked for fingerprints', () => {
  const dialect = sdtDialect({ fingerprint: true });

  it.each([
    ['the fingerprint goes on with the card', FINGERPRINT],
    ['a card without one is read all the same', undefined],
  ])('%s', async (_, fingerprint) => {
    await start({ dialect });
    rig.simulator.putCard(wang, fingerprint && { fingerprint });
    await rig.tells(['presented', 'read']);
    expect(readEvent()).toEqual({ type: 'read', card: wang, ...(fingerprint && { fingerprint }) });
  });

  it('a module that does not know the command reads without', async () => {
    await start({ dialect, fingerprint: false });
    for (const card of [wang, li]) {
      rig.simulator.putCard(card);
      await eventually(
        3000,
        () => lastRead(rig.events)?.idNumber === card.idNumber,
        () => rig.story().join(', '),
      );
    }
    expect(readEvent()).toEqual({ type: 'read', card: li });
  });

  it('nobody who did not ask gets one, nor the photo', async () => {
    await start();
    rig.simulator.putCard(wang, { fingerprint: FINGERPRINT });
    await rig.tells(['presented', 'read']);
    expect(readEvent()).toEqual({ type: 'read', card: wang });
  });
});

describe('reader whose module can be reset', () => {
  const dialect = sdtDialect({ reset: [0x10, 0xff] });
  const resets = (): number =>
    rig.logged.filter(({ id, fields }) => id === 'device-recovery' && fields.step === 'reset').length;

  /** A reset may mend it before anybody looks. */
  const faultWasReported = (): Promise<void> =>
    eventually(
      5000,
      () => rig.reports.some(({ state }) => state === 'hardwareError'),
      () => 'no fault reported',
    );

  it('a fault that a reset mends', async () => {
    await start({ dialect, resetCode: 0x10ff });
    rig.simulator.setFault(0x60, 'reset');
    await faultWasReported();
    await rig.deviceIs('online');
    expect(resets()).toBe(1);
    rig.simulator.putCard(wang);
    await rig.tells(['presented', 'read']);
  });

  it('a fault soon after the wire was opened anew is mended by a reset all the same', async () => {
    await start({ dialect, resetCode: 0x10ff });
    rig.simulator.setSilent(true);
    await rig.deviceIs('offline', 4000);
    rig.simulator.setFault(0x66, 'reset');
    rig.simulator.setSilent(false);
    await faultWasReported();
    await rig.deviceIs('online');
    expect(resets()).toBe(1);
  });

  it('a fault that no reset mends: one reset, then the wire is opened anew until it is well', async () => {
    await start({ dialect, resetCode: 0x10ff });
    rig.simulator.setFault(0x66);
    await rig.deviceIs('hardwareError');
    expect(rig.reports.at(-1)).toMatchObject({ reasons: ['samNotAuthorised'], evidence: 'SW3 66: samNotAuthorised' });
    await pause(600);
    rig.simulator.setFault(undefined);
    await rig.deviceIs('online');
    expect(resets()).toBe(1);
  });

  it('without its bytes it is never reset', async () => {
    await start({ resetCode: 0x10ff });
    rig.simulator.setFault(0x60, 'reset');
    await rig.deviceIs('hardwareError');
    await pause(400);
    expect(rig.reader.status().device).toBe('hardwareError');
    expect(resets()).toBe(0);
  });
});

describe('reader whose module starts slowly', () => {
  it('hears nothing for 1.3 s after its power is back, and is in use then', async () => {
    await start({ powerUpMs: 1300 });
    await rig.port.unplug();
    await rig.deviceIs('offline', 2000);
    rig.simulator.losePower();
    rig.simulator.putCard(wang);
    await rig.port.plug();
    await rig.tells(['presented', 'read'], 6000);
  });
});
