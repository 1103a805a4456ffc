import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { hidSocketOpener } from '../transport/hid-socket.ts';
import { openHidSocketPort, type SimulatedHidPort } from '../transport/hid-socket-port.ts';
import { createKeyboardScanner } from './hid-keyboard/keyboard-scanner.ts';
import { createPosScanner } from './hid-pos/pos-scanner.ts';
import type { BarcodeScanner } from './scanner.ts';
import { createKeyboardSimulator } from './simulator/hid-keyboard-scanner.ts';
import { createHidPosScanner } from './simulator/hid-pos-scanner.ts';
import { createTold, eventually, keyboardSettings, posSettings, type Told } from './testing/rig.ts';

const CODE = 'https://center.example/verify/SH20261121-4F7K2Q9M?c=Ab3_-Zz90qWe&text=~!@#$%^*()';
const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf8'));

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function openPort(): Promise<SimulatedHidPort> {
  const folder = await mkdtemp(join(tmpdir(), 'scanner-'));
  endings.push(() => rm(folder, { recursive: true, force: true }));
  const port = await openHidSocketPort(join(folder, 'hid'));
  endings.push(() => port.close());
  return port;
}

const opened = (port: SimulatedHidPort) => hidSocketOpener(port.path, systemClock, 1_000);

async function untilOnline(told: Told, scanner: BarcodeScanner): Promise<void> {
  endings.push(() => scanner.stop());
  await eventually(
    () => told.health()?.state === 'online',
    () => JSON.stringify(told.reports),
  );
}

const tells = (told: Told, story: readonly string[]): Promise<void> =>
  eventually(
    () => JSON.stringify(told.story()) === JSON.stringify(story),
    () => JSON.stringify(told.story()),
  );

async function startPos(some: Parameters<typeof posSettings>[0], simulated: { readonly shifted?: boolean } = {}) {
  const port = await openPort();
  const settings = posSettings(some);
  const simulator = createHidPosScanner({ port, commands: settings.commands, ...simulated });
  const { parts, ...told } = createTold();
  const scanner = createPosScanner({ settings, opener: opened(port), clock: systemClock, ...parts });
  await untilOnline(told, scanner);
  return { ...told, port, simulator, scanner };
}

async function startKeyboard() {
  const port = await openPort();
  const simulator = createKeyboardSimulator(port);
  const { parts, ...told } = createTold();
  const scanner = createKeyboardScanner({
    settings: keyboardSettings(),
    opener: opened(port),
    clock: systemClock,
    ...parts,
  });
  await untilOnline(told, scanner);
  return { ...told, port, simulator, scanner };
}

describe('HID-POS', () => {
  test.each([false, true])(
    'codes of one report and of many, with their symbology (one byte late: %s)',
    async (shifted) => {
      const rig = await startPos({}, { shifted });
      rig.simulator.scan(raw('A1'));
      rig.simulator.scan(raw(CODE.repeat(20)));
      await tells(rig, ['A1', CODE.repeat(20)]);
      expect(rig.events[0]).toEqual({ type: 'scanned', text: 'A1', symbology: ']Q1' });
    },
  );

  test('a Honeywell is told to speak HID-POS, to look, to be dark, and to beep for what was taken', async () => {
    const rig = await startPos({ commands: 'honeywell', beep: true });
    expect(rig.health()?.details).toEqual({ scanner: 'off' });
    expect(rig.simulator.scan(raw(CODE))).toBe(false);
    expect(await rig.scanner.calls.trigger(true)).toMatchObject({ ok: true });
    await eventually(rig.simulator.lit, () => 'dark');
    rig.simulator.scan(raw(CODE));
    await tells(rig, [CODE]);
    await eventually(
      () => rig.simulator.beeps() === 1,
      () => `${rig.simulator.beeps()} beeps`,
    );
    await rig.scanner.calls.trigger(false);
    await eventually(
      () => !rig.simulator.lit(),
      () => 'lit',
    );
  });

  test('a code whose end never comes', async () => {
    const rig = await startPos({});
    const report = Buffer.alloc(64);
    report.set(Buffer.from('02025d51315442', 'hex'));
    report[63] = 1;
    rig.simulator.noise(report);
    await tells(rig, ['!incomplete']);
    rig.simulator.noise(Uint8Array.of(9, 9));
    rig.simulator.scan(raw('A1'));
    await tells(rig, ['!incomplete', 'A1']);
  });

  test('a damaged report between the parts of a code', async () => {
    const rig = await startPos({});
    const report = Buffer.alloc(64);
    report.set(Buffer.from('02025d51315442', 'hex'));
    report[63] = 1;
    rig.simulator.noise(report);
    rig.simulator.noise(Uint8Array.of(2, 1));
    report[63] = 0;
    rig.simulator.noise(report);
    await tells(rig, ['!notDecodable']);
  });

  test('unplugged in the middle of a code, and plugged in again', async () => {
    const rig = await startPos({});
    const report = Buffer.alloc(64);
    report.set(Buffer.from('02025d51315442', 'hex'));
    report[63] = 1;
    rig.simulator.noise(report);
    // A report that is no part tells that the part before it has arrived.
    rig.simulator.noise(Uint8Array.of(9, 9));
    await eventually(
      () => rig.logged.some(({ id }) => id === 'wire-discarded'),
      () => 'nothing arrived',
    );
    await rig.port.unplug();
    await eventually(
      () => rig.health()?.state === 'offline',
      () => 'online',
      2_000,
    );
    await rig.port.plug();
    await eventually(
      () => rig.health()?.state === 'online',
      () => 'offline',
      3_000,
    );
    rig.simulator.scan(raw('A1'));
    await tells(rig, ['A1']);
  });
});

describe('a scanner that types', () => {
  test('an address with everything that a keyboard has', async () => {
    const rig = await startKeyboard();
    rig.simulator.scan(raw(CODE));
    await tells(rig, [CODE]);
    expect(rig.health()?.details).toEqual({ scanner: 'on' });
  });

  test('a line end inside a code does not make two of it', async () => {
    const rig = await startKeyboard();
    rig.simulator.scan(raw('TB1123\rTB1456'));
    await tells(rig, ['!joined']);
  });

  test('a code that opens the Run dialog and types a command is void, command and all', async () => {
    const rig = await startKeyboard();
    rig.simulator.key(0x08, 0x15);
    rig.simulator.scan(raw('xterm'));
    await tells(rig, ['!keys']);
    rig.simulator.scan(raw('A1'));
    await tells(rig, ['!keys', 'A1']);
  });

  test.each([
    ['control characters', '\u001b@\u001dV\u0000'],
    ['Chinese text', '取件码'],
  ])('%s', async (_what, content) => {
    const rig = await startKeyboard();
    rig.simulator.scan(raw(content));
    await tells(rig, ['!keys']);
  });
});
