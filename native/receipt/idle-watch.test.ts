import { afterEach, describe, expect, it } from 'vitest';
import type { ReceiptDocument } from './receipt.ts';
import { healthIs } from './testing/health-is.ts';
import { hurriedClock, openRig, type Rig } from './testing/rig.ts';

const RECEIPT: ReceiptDocument = [
  { kind: 'text', text: '办理凭条' },
  { kind: 'text', text: '第二行' },
];
/** So long that within a test the printer is not asked a second time: what is told is told by the printer. */
const NEVER_MS = 60_000;

let rig: Rig;
afterEach(() => rig.close());

const FINE = { state: 'online', details: { paper: 'full', cover: 'closed' } } as const;

describe('told by the printer, while nobody prints', () => {
  it.each([
    ['coverOpen', { state: 'online', details: { cover: 'open' }, reason: 'coverOpen' }],
    ['nearEnd', { state: 'online', details: { paper: 'low' }, reason: 'paperNearEnd' }],
    ['paperEnd', { state: 'online', details: { paper: 'out' }, reason: 'paperEnd' }],
    ['cutterError', { state: 'hardwareError', reason: 'cutterError' }],
    ['mechanicalError', { state: 'hardwareError', reason: 'mechanicalError' }],
    ['headHot', { state: 'hardwareError', reason: 'autoRecoverableError' }],
  ] as const)('%s, and its end', async (condition, health) => {
    rig = await openRig({ on: 'memory' });
    rig.printer.watch(NEVER_MS);
    await healthIs(rig, FINE);
    await rig.reportsEnabled(1);
    rig.simulator.set(condition, true);
    await healthIs(rig, health);
    rig.simulator.set(condition, false);
    await healthIs(rig, FINE);
    expect(rig.simulator.unknownBytes()).toBe(0);
  });

  it('a receipt resets the printer: it is told anew to report', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock() });
    rig.printer.watch(NEVER_MS);
    await rig.reportsEnabled(1);
    expect(await rig.printer.print(RECEIPT)).toMatchObject({ ok: true });
    await rig.reportsEnabled(2);
    rig.simulator.set('coverOpen', true);
    await healthIs(rig, { state: 'online', details: { cover: 'open' } });
  });

  it('a receipt in the mouth is seen, and that it was taken', async () => {
    rig = await openRig({
      on: 'memory',
      clock: hurriedClock(),
      settings: { profile: 'custom-vkp80' },
      printMsPerLine: 5,
    });
    rig.printer.watch(NEVER_MS);
    await healthIs(rig, { state: 'online', details: { media: 'notPresent' } });
    expect(await rig.printer.print(RECEIPT)).toMatchObject({ ok: true });
    await healthIs(rig, { state: 'online', details: { media: 'present' } });
    await rig.reportsEnabled(2);
    rig.simulator.takeTicket();
    await healthIs(rig, { state: 'online', details: { media: 'notPresent' } });
    expect(rig.events).toEqual([{ type: 'mediaPresented' }, { type: 'mediaTaken' }]);
  });
});

describe('found by asking, while nobody prints', () => {
  it.each(['xprinter', 'masung'] as const)('cover of a printer that reports nothing (%s)', async (profile) => {
    rig = await openRig({ on: 'memory', clock: hurriedClock(), settings: { profile } });
    rig.printer.watch(500);
    await healthIs(rig, FINE);
    rig.simulator.set('coverOpen', true);
    await healthIs(rig, { state: 'online', details: { cover: 'open' } });
    rig.simulator.set('coverOpen', false);
    await healthIs(rig, FINE);
    expect(rig.simulator.unknownBytes()).toBe(0);
  });

  it('power gone: offline; power back: online, and it reports again', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock() });
    rig.printer.watch(500);
    await rig.reportsEnabled(1);
    rig.simulator.set('silent', true);
    await healthIs(rig, { state: 'offline', details: { paper: 'unknown', cover: 'unknown' }, reason: 'noAnswer' });
    rig.simulator.set('silent', false);
    await healthIs(rig, FINE);
    expect(rig.logged).toContain('device-offline');
  });

  it('power gone and back between two questions: it reports again', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock() });
    rig.printer.watch(500);
    await rig.reportsEnabled(1);
    rig.simulator.set('silent', true);
    rig.simulator.set('silent', false);
    await rig.reportsEnabled(2);
    expect(rig.logged).not.toContain('device-offline');
  });

  it('a printer that does not report although its profile says so is asked, and not told for ever', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock(), settings: { profile: 'epson' }, model: 'xprinter' });
    rig.printer.watch(500);
    rig.simulator.set('nearEnd', true);
    await healthIs(rig, { state: 'online', details: { paper: 'low' } });
    rig.simulator.set('nearEnd', false);
    await healthIs(rig, FINE);
    // GS a and its parameter, 3 bytes, twice.
    expect(rig.simulator.unknownBytes()).toBeLessThanOrEqual(6);
  });
});

it('told to report in the middle of an image of a process that died: told again once that is cleared', async () => {
  rig = await openRig({ on: 'memory', clock: hurriedClock() });
  const wire = await rig.opener.open();
  if (!wire.ok) throw new Error(wire.error);
  await wire.value.write(Uint8Array.of(0x1d, 0x76, 0x30, 0x00, 72, 0, 32, 0, 1, 2, 3));
  await wire.value.close();
  rig.printer.watch(500);
  await healthIs(rig, FINE);
  expect(rig.simulator.reportsEnabled()).toBe(0);
  expect(await rig.printer.print(RECEIPT)).toMatchObject({ ok: true });
  await rig.reportsEnabled(1);
});

describe('a printer that comes and goes', () => {
  it('unplugged: offline with a reason; plugged in again under its name: online', async () => {
    rig = await openRig({ on: 'pseudo-terminal' });
    rig.printer.watch(NEVER_MS);
    await healthIs(rig, FINE);
    await rig.port.unplug();
    await healthIs(rig, { state: 'offline', reason: 'portMissing' });
    await rig.port.plug();
    await healthIs(rig, FINE, 3_000);
  });

  it('is not there at the start: offline, and found when it comes', async () => {
    rig = await openRig({ on: 'memory' });
    await rig.port.unplug();
    rig.printer.watch(NEVER_MS);
    await healthIs(rig, { state: 'offline', reason: 'portMissing' });
    await rig.port.plug();
    await healthIs(rig, FINE, 3_000);
  });

  it('replaced by one of another make: offline, and said why', async () => {
    rig = await openRig({
      on: 'memory',
      clock: hurriedClock(),
      settings: { profile: 'custom-vkp80' },
      model: 'epson',
    });
    rig.printer.watch(500);
    await healthIs(rig, { state: 'offline', reason: 'otherProfile' });
    expect(await rig.printer.print(RECEIPT)).toEqual({ ok: false, error: 'receipt.offline' });
    expect(rig.received).toHaveLength(0);
  });
});
