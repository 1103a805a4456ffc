import { afterEach, describe, expect, it } from 'vitest';
import type { ReceiptDocument } from './receipt.ts';
import { hurriedClock, openRig, type Rig } from './testing/rig.ts';

const receiptOf = (name: string): ReceiptDocument => [
  { kind: 'text', text: '办理凭条', align: 'center', size: 2, bold: true },
  { kind: 'pair', label: '姓名', value: name },
  ...Array.from({ length: 8 }, (_, index) => ({ kind: 'text' as const, text: `第 ${index + 1} 行` })),
  { kind: 'qr', data: 'https://center.example/verify/1' },
];

let rig: Rig;
afterEach(() => rig.close());

const linesPrinted = (rig: Rig): string => rig.received.map(({ text }) => text).join('\n8<\n');

describe('a receipt on a pseudo-terminal', () => {
  it('comes out whole, and only then is print ok', async () => {
    rig = await openRig({ on: 'pseudo-terminal', printMsPerLine: 2 });
    expect(await rig.printer.status()).toEqual({
      ok: true,
      value: { device: 'online', paper: 'full', cover: 'closed' },
    });
    expect(await rig.printer.print(receiptOf('王桂兰'))).toEqual({ ok: true, value: undefined });
    expect(rig.received).toHaveLength(1);
    expect(linesPrinted(rig)).toMatch(/姓名 +王桂兰/);
    expect(rig.simulator.unknownBytes()).toBe(0);
  });

  it('unplugged in the middle of a receipt: offline; plugged in again: the next one is whole', async () => {
    rig = await openRig({ on: 'pseudo-terminal', printMsPerLine: 60, clock: hurriedClock(4) });
    const printed = rig.printer.print(receiptOf('王桂兰'));
    await rig.simulator.whenPrinted(4);
    await rig.port.unplug();
    expect(await printed).toEqual({ ok: false, error: 'receipt.offline' });
    expect(await rig.printer.status()).toEqual({ ok: false, error: 'receipt.offline' });
    await rig.port.plug();
    expect(await rig.printer.status()).toMatchObject({ ok: true });
    expect(await rig.printer.print(receiptOf('李建国'))).toMatchObject({ ok: true });
    const last = rig.received.at(-1);
    expect(last?.text).toMatch(/李建国/);
    expect(last?.text).not.toMatch(/王桂兰/);
    expect(rig.simulator.unknownBytes()).toBe(0);
  });
});

describe('trouble known before', () => {
  it.each([
    ['paperEnd', 'receipt.paperOut'],
    ['coverOpen', 'receipt.coverOpen'],
    ['cutterError', 'receipt.fault'],
    ['silent', 'receipt.offline'],
  ] as const)('%s: refused, nothing printed; mended: printed', async (condition, error) => {
    rig = await openRig({ on: 'memory', clock: hurriedClock() });
    rig.simulator.set(condition, true);
    expect(await rig.printer.print(receiptOf('王桂兰'))).toEqual({ ok: false, error });
    rig.simulator.set(condition, false);
    expect(rig.received).toHaveLength(0);
    expect(await rig.printer.print(receiptOf('李建国'))).toMatchObject({ ok: true });
    expect(linesPrinted(rig)).not.toMatch(/王桂兰/);
  });

  it('paper near its end still prints', async () => {
    rig = await openRig({ on: 'memory' });
    rig.simulator.set('nearEnd', true);
    expect(await rig.printer.status()).toMatchObject({ value: { device: 'online', paper: 'low' } });
    expect(await rig.printer.print(receiptOf('王桂兰'))).toMatchObject({ ok: true });
  });

  it('a port that is not there: offline, and found when it comes', async () => {
    rig = await openRig({ on: 'memory' });
    await rig.port.unplug();
    expect(await rig.printer.print(receiptOf('王桂兰'))).toEqual({ ok: false, error: 'receipt.offline' });
    await rig.port.plug();
    expect(await rig.printer.print(receiptOf('王桂兰'))).toMatchObject({ ok: true });
  });
});

describe('trouble in the middle', () => {
  it.each([
    ['paperEnd', 'receipt.paperOut'],
    ['coverOpen', 'receipt.coverOpen'],
    ['cutterError', 'receipt.fault'],
  ] as const)(
    '%s: told why; the half receipt is cut off and never continued for the next person',
    async (condition, error) => {
      rig = await openRig({ on: 'memory', clock: hurriedClock() });
      // The fence before the first receipt takes one movement of paper.
      rig.simulator.set(condition, true, 5);
      expect(await rig.printer.print(receiptOf('王桂兰'))).toEqual({ ok: false, error });
      rig.simulator.set(condition, false);
      expect(await rig.printer.print(receiptOf('李建国'))).toMatchObject({ ok: true });
      expect(rig.received).toHaveLength(2);
      expect(rig.received[0]?.text).toMatch(/王桂兰/);
      expect(rig.received[0]?.text).not.toMatch(/第 8 行|李建国/);
      expect(rig.received[1]?.text).not.toMatch(/王桂兰/);
      expect(rig.received[1]?.text).toMatch(/办理凭条[\s\S]*李建国[\s\S]*第 8 行/);
    },
  );

  it('the printer falls silent: offline within the limit', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock(40) });
    rig.simulator.set('silent', true, 5);
    expect(await rig.printer.print(receiptOf('王桂兰'))).toEqual({ ok: false, error: 'receipt.offline' });
  });

  it.each([
    ['tells its name', 'SIMULATOR'],
    ['tells no name', null],
  ])('the late answer to an old receipt is not taken for the end of the new one (printer %s)', async (_, maker) => {
    rig = await openRig({ on: 'memory', printMsPerLine: 60, maker });
    const impatient = rig.createPrinter(hurriedClock(20));
    expect(await impatient.print(receiptOf('王桂兰'))).toEqual({ ok: false, error: 'receipt.offline' });
    expect(rig.received).toHaveLength(0);
    expect(await rig.printer.print(receiptOf('李建国'))).toMatchObject({ ok: true });
    expect(linesPrinted(rig)).toMatch(/李建国[\s\S]*第 8 行/);
  });

  it('a half receipt of a process that died is cut off before the first receipt of the next', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock() });
    // What a killed process leaves: text, and an image of which half the data never came.
    const half = [0x1b, 0x40, 0x1c, 0x26, 0xcd, 0xf5, 0x0a, 0x1d, 0x76, 0x30, 0x00, 72, 0, 32, 0, 1, 2, 3];
    const wire = await rig.opener.open();
    if (!wire.ok) throw new Error(wire.error);
    await wire.value.write(Uint8Array.from(half));
    await wire.value.close();
    expect(await rig.printer.print(receiptOf('李建国'))).toMatchObject({ ok: true });
    expect(rig.received.map(({ text }) => /王/.test(text))).toEqual([true, false]);
    expect(rig.received[1]?.text).toMatch(/办理凭条[\s\S]*李建国[\s\S]*第 8 行/);
    expect(rig.simulator.unknownBytes()).toBe(0);
  });
});

it('status asked while a receipt is printed waits its turn', async () => {
  rig = await openRig({ on: 'memory', printMsPerLine: 1 });
  const [printed, status] = await Promise.all([rig.printer.print(receiptOf('王桂兰')), rig.printer.status()]);
  expect([printed.ok, status.ok]).toEqual([true, true]);
  expect(rig.received).toHaveLength(1);
});
