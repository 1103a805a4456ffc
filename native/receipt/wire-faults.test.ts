import { afterEach, describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../clock.ts';
import { type FaultyPort, faultyPort } from '../simulation/faulty-port.ts';
import type { SimulatedPort } from '../transport/simulated-port.ts';
import { STATUS_POLL_INTERVAL_MS } from './limits.ts';
import type { ReceiptDocument } from './receipt.ts';
import { healthIs } from './testing/health-is.ts';
import { hurriedClock, openRig, type Rig } from './testing/rig.ts';

const RECEIPT: ReceiptDocument = Array.from({ length: 12 }, (_, index) => ({
  kind: 'text' as const,
  text: `第 ${index + 1} 行`,
}));

/** Asks for the state while a receipt is printed so seldom that no answer comes between what a test sends. */
const incuriousClock: Clock = {
  ...systemClock,
  after: (delayMs, call) => systemClock.after(delayMs === STATUS_POLL_INTERVAL_MS ? 60_000 : delayMs, call),
};

let rig: Rig;
let cable: FaultyPort;
const badCable = (port: SimulatedPort): SimulatedPort => {
  cable = faultyPort(port, { clock: systemClock });
  return cable;
};
afterEach(() => rig.close());

const falseWords = (rig: Rig): string[] =>
  rig.healths.flatMap(({ reasons }) => reasons).filter((reason) => !['paperNearEnd', 'noAnswer'].includes(reason));

describe('answers at the wrong time', () => {
  it('an answer that comes after its question was given up is not taken for that to the next', async () => {
    rig = await openRig({ on: 'memory', wrapPort: badCable });
    // What near end answers to DLE EOT 4 would mean "offline" to DLE EOT 1.
    rig.simulator.set('nearEnd', true);
    cable.onReply(4, { type: 'delay', ms: 560 });
    // Given up after 500 ms, and 50 later asked anew: it arrives while the first new question waits for its own.
    cable.onReply(5, { type: 'delay', ms: 40 });
    const seen = [await rig.printer.status(), await rig.printer.status()];
    expect(falseWords(rig)).toEqual([]);
    expect(seen[1]).toMatchObject({ ok: true, value: { device: 'online', paper: 'low' } });
  });

  it('one that comes late while a receipt is printed is known as stale; the receipt is not given up for it', async () => {
    rig = await openRig({ on: 'memory', wrapPort: badCable, printMsPerLine: 110 });
    rig.simulator.set('nearEnd', true);
    expect(await rig.printer.print([{ kind: 'text', text: '一' }])).toMatchObject({ ok: true });
    // Four answers before the receipt, then the first look while it is printed.
    cable.onReply(5, { type: 'delay', ms: 600 });
    expect(await rig.printer.print(RECEIPT)).toMatchObject({ ok: true });
    expect(falseWords(rig)).toEqual([]);
    expect(rig.logged).toContain('wire-refused');
  });

  it('an automatic status inside the wait for GS r is told, and is not its answer', async () => {
    rig = await openRig({ on: 'memory', printMsPerLine: 20 });
    rig.printer.watch(60_000);
    await rig.reportsEnabled(1);
    rig.simulator.onReceipt(({ text }) => /第 12 行/.test(text) && sendDuringPrint.push('cut'));
    const sendDuringPrint: string[] = [];
    const printed = rig.printer.print(RECEIPT);
    await rig.simulator.whenPrinted(5);
    rig.port.send(Uint8Array.of(0x10, 0x00, 0x03, 0x00));
    await healthIs(rig, { state: 'online', details: { paper: 'low' } });
    expect(sendDuringPrint).toEqual([]);
    expect(await printed).toMatchObject({ ok: true });
    expect(sendDuringPrint).toEqual(['cut']);
  });
});

describe('reports at the wrong time', () => {
  it('an automatic status in two pieces inside the wait for GS r: its rest is not the answer', async () => {
    rig = await openRig({ on: 'memory', clock: incuriousClock, printMsPerLine: 120 });
    const printed = rig.printer.print(RECEIPT);
    await rig.simulator.whenPrinted(3);
    const linesBefore = rig.received.length;
    rig.port.send(Uint8Array.of(0x10));
    await new Promise((goOn) => setTimeout(goOn, 250));
    rig.port.send(Uint8Array.of(0x00, 0x03, 0x00));
    await healthIs(rig, { state: 'online', details: { paper: 'low' } });
    expect(rig.received).toHaveLength(linesBefore);
    expect(await printed).toMatchObject({ ok: true });
    expect(rig.received.at(-1)?.text).toMatch(/第 12 行/);
  });

  it('Custom: a message about paper alone does not say that paper has come to rest', async () => {
    const settings = { profile: 'custom-vkp80' } as const;
    rig = await openRig({ on: 'memory', settings, wrapPort: badCable, printMsPerLine: 120 });
    const printed = rig.printer.print(RECEIPT);
    let ended = false;
    void printed.then(() => {
      ended = true;
    });
    // Two movements clear the printer before, then four lines: it was seen moving.
    await rig.simulator.whenPrinted(6);
    cable.setSlow(80);
    for (let times = 0; times < 15; times += 1) {
      rig.port.send(Uint8Array.of(0x10, 0x01, 0x04));
      await new Promise((goOn) => setTimeout(goOn, 20));
    }
    expect([ended, rig.received.length]).toEqual([false, 0]);
    expect(await printed).toMatchObject({ ok: true });
    expect(rig.received).toHaveLength(1);
  });
});

describe('bytes that nobody meant', () => {
  it('a printer that loses its power sends a 00 as its last: that is no success', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock(4), printMsPerLine: 20 });
    const printed = rig.printer.print(RECEIPT);
    await rig.simulator.whenPrinted(5);
    rig.port.send(Uint8Array.of(0x00));
    rig.simulator.set('silent', true);
    expect(await printed).toEqual({ ok: false, error: 'receipt.offline' });
  });

  it('one that has its power back a moment later, and answers on a new wire: that is no success either', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock(4), printMsPerLine: 20 });
    const printed = rig.printer.print(RECEIPT);
    await rig.simulator.whenPrinted(5);
    rig.port.send(Uint8Array.of(0x00));
    rig.simulator.set('silent', true);
    setTimeout(() => rig?.simulator.set('silent', false), 60);
    expect(await printed).toEqual({ ok: false, error: 'receipt.offline' });
  });

  it('a stray 10 that could begin an automatic status holds nothing back for long', async () => {
    rig = await openRig({ on: 'memory', printMsPerLine: 5 });
    expect(await rig.printer.status()).toMatchObject({ ok: true });
    rig.simulator.onReceipt(() => rig.port.send(Uint8Array.of(0x10)));
    expect(await rig.printer.print(RECEIPT)).toMatchObject({ ok: true });
  });

  it('noise between questions is counted and changes nothing', async () => {
    rig = await openRig({ on: 'memory', clock: hurriedClock() });
    rig.printer.watch(500);
    await healthIs(rig, { state: 'online' });
    for (let round = 0; round < 20; round += 1) rig.port.send(Uint8Array.of(0xff, 0x81, 0x01, 0x06, 0xff));
    expect(await rig.printer.status()).toMatchObject({ ok: true, value: { device: 'online' } });
    await rig.printer.close();
    expect(rig.logged).toContain('wire-discarded');
  });

  it.each([1, 2, 3, 4])('a turned bit in answer %i: asked again, nothing false is said', async (nth) => {
    rig = await openRig({ on: 'memory', clock: hurriedClock(), wrapPort: badCable });
    // Bit 0 is fixed in every answer to DLE EOT.
    cable.onReply(nth, { type: 'corrupt' });
    expect(await rig.printer.status()).toMatchObject({ ok: true, value: { device: 'online', paper: 'full' } });
    expect(falseWords(rig)).toEqual([]);
  });
});

it('closed in the middle of a receipt: every call ends, and nothing more is sent', async () => {
  rig = await openRig({ on: 'memory', printMsPerLine: 50 });
  const [printed, status] = [rig.printer.print(RECEIPT), rig.printer.status()];
  await rig.simulator.whenPrinted(3);
  await rig.printer.close();
  expect(await printed).toEqual({ ok: false, error: 'receipt.offline' });
  expect(await status).toEqual({ ok: false, error: 'receipt.offline' });
  const again = await rig.opener.open();
  expect(again.ok).toBe(true);
});
