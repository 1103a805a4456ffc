import { describe, expect, test } from 'vitest';
import type { SimulatedHidPort } from '../../transport/hid-socket-port.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import { createKeyboardSimulator } from './hid-keyboard-scanner.ts';
import { createHidPosScanner } from './hid-pos-scanner.ts';
import { createSerialScanner } from './serial-scanner.ts';

/** The bytes of manuals and tables, against the simulators alone: no driver is near. */
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const fromHex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits, 'hex'));
const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

function hidPort() {
  const sent: string[] = [];
  let receive = (_kind: 'output' | 'feature', _report: Uint8Array): void => undefined;
  const nothing = async (): Promise<void> => undefined;
  const port: SimulatedHidPort = {
    path: '-',
    sendReport: (report) => void sent.push(hex(report)),
    onReport(listener) {
      receive = listener;
    },
    onOpened: () => undefined,
    plug: nothing,
    unplug: nothing,
    close: nothing,
  };
  return { port, sent, receive: (kind: 'output' | 'feature', digits: string) => receive(kind, fromHex(digits)) };
}

describe('HID-POS', () => {
  test('a short code is one report', () => {
    const { port, sent } = hidPort();
    createHidPosScanner({ port, commands: 'none' }).scan(raw('ABC'));
    expect(sent).toEqual([`02035d5131414243${'00'.repeat(53)}730000`]);
  });

  test('57 bytes are two, the first one marked', () => {
    const { port, sent } = hidPort();
    createHidPosScanner({ port, commands: 'none' }).scan(raw('A'.repeat(57)));
    expect(sent).toEqual([`02385d5131${'41'.repeat(56)}730001`, `02015d513141${'00'.repeat(55)}730000`]);
  });

  test('a Honeywell reads after FE 01 and FD 03 16 54 0D, and not before', () => {
    const { port, receive } = hidPort();
    const scanner = createHidPosScanner({ port, commands: 'honeywell' });
    receive('output', 'fd0316540d');
    expect(scanner.lit()).toBe(false);
    receive('feature', 'fe01');
    receive('output', 'fd0316540d');
    expect(scanner.lit()).toBe(true);
    receive('output', 'fd0316070d');
    receive('output', 'fd0316550d');
    expect([scanner.lit(), scanner.beeps()]).toEqual([false, 1]);
  });
});

test('a scanner that types: key down, keys up, and Enter at the end', () => {
  const { port, sent } = hidPort();
  createKeyboardSimulator(port).scan(raw('aA1?\u0001'));
  const up = '0000000000000000';
  const keys = ['0000040000000000', '0200040000000000', '00001e0000000000', '0200380000000000', '0100050000000000'];
  expect(sent).toEqual([...keys, '0000280000000000'].flatMap((key) => [key, up]));
});

describe('serial', () => {
  test.each([
    ['honeywell', '16540d', '16550d'],
    ['newland-short', '015404', '015004'],
    ['newland', '7e01303030302353434e545247313b03', '7e01303030302353434e545247303b03'],
  ] as const)('%s is lit and put out', async (trigger, on, off) => {
    const { opener, port } = createMemoryWire();
    const scanner = createSerialScanner({ port, trigger });
    const wire = await opener.open();
    if (!wire.ok) throw new Error(wire.error);
    const received: string[] = [];
    wire.value.onData((bytes) => received.push(hex(bytes)));
    await wire.value.write(fromHex(on));
    expect(scanner.lit()).toBe(true);
    scanner.scan(raw('A1'));
    expect(received.at(-1)).toBe('41310d');
    await wire.value.write(fromHex(on));
    await wire.value.write(fromHex(off));
    expect(scanner.lit()).toBe(false);
  });
});
