import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { scannerConfigSchema } from '../../contract/device-config/scanner.ts';
import { systemClock } from '../clock.ts';
import type { DriverContext } from '../device/driver.ts';
import { createMeter } from '../device/meter.ts';
import { faultyPort } from '../simulation/faulty-port.ts';
import type { SimulatorSurroundings } from '../simulation/simulator.ts';
import { hidOpenerOf } from '../transport/open-hid.ts';
import { openerOf } from '../transport/open-wire.ts';
import { openPseudoTerminal } from '../transport/pseudo-terminal.ts';
import { hidKeyboardDefinition, hidPosDefinition, serialLineDefinition } from './definition.ts';
import type { ScannerEvent } from './scanner.ts';
import { scannerSimulator } from './simulator/definition.ts';
import { createTold, eventually } from './testing/rig.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** The simulator as from its command line, and the driver as in its process, on what the simulator says to configure. */
async function start(options: { readonly driver: string; readonly trigger: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'scanner-'));
  endings.push(() => rm(folder, { recursive: true, force: true }));
  const around: SimulatorSurroundings = {
    clock: systemClock,
    folder,
    openPort: async (name) => faultyPort(await openPseudoTerminal(join(folder, name)), { clock: systemClock }),
  };
  const simulator = await scannerSimulator.start(options, around);
  endings.push(() => simulator.close());
  const config = scannerConfigSchema.parse(simulator.config);
  const { parts, ...told } = createTold();
  const context = {
    ...parts,
    clock: systemClock,
    meter: createMeter(),
    assetsDir: '',
    wire: (transport) => openerOf(transport, systemClock),
    hid: (transport) => hidOpenerOf(transport, systemClock),
    say: () => undefined,
  } satisfies DriverContext<ScannerEvent>;
  const device =
    config.driver === 'serial-line'
      ? serialLineDefinition.start(config, context)
      : config.driver === 'hid-pos'
        ? hidPosDefinition.start(config, context)
        : hidKeyboardDefinition.start(config, context);
  endings.push(() => device.stop());
  const stateIs = (state: string, limitMs?: number): Promise<void> =>
    eventually(
      () => told.health()?.state === state,
      () => JSON.stringify(told.reports),
      limitMs,
    );
  const tells = (story: readonly string[]): Promise<void> =>
    eventually(
      () => told.story().join() === story.join(),
      () => told.story().join(),
    );
  return { ...told, simulator, device, stateIs, tells };
}

describe.each([
  ['serial-line', 'none'],
  ['serial-line', 'honeywell'],
  ['serial-line', 'newland-short'],
  ['serial-line', 'newland'],
  ['hid-pos', 'none'],
  ['hid-pos', 'honeywell'],
  ['hid-keyboard', 'none'],
])('%s with trigger %s', (driver, trigger) => {
  test('scans, is silent, is unplugged, comes back, scans', async () => {
    const { simulator, device, stateIs, tells } = await start({ driver, trigger });
    const { scan, noise, silent, unplug, plug } = simulator.hand;
    await stateIs('online');
    expect(await device.calls.trigger(true)).toMatchObject({ ok: true });
    // What is only written takes its time on the way.
    await eventually(
      () => scans(() => scan?.do('A1')),
      () => 'dark',
    );
    await tells(['A1']);
    await noise?.do(driver === 'serial-line' ? '41 42' : '00');
    await silent?.do('on');
    if (trigger === 'newland') await stateIs('offline', 2_500);
    await silent?.do('off');
    await (simulator.port?.unplug() ?? unplug?.do(''));
    await stateIs('offline', 2_500);
    await (simulator.port?.plug() ?? plug?.do(''));
    await stateIs('online', 3_000);
    await device.calls.trigger(true);
    await eventually(
      () => scans(() => scan?.do('B2')),
      () => 'dark',
    );
  });
});

function scans(scan: () => unknown): boolean {
  try {
    scan();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

test.each([
  [{ driver: 'usb', trigger: 'none' }],
  [{ driver: 'serial-line', trigger: 'yes' }],
  [{ driver: 'hid-pos', trigger: 'newland' }],
])('the simulator knows no %o', async (options) => {
  await expect(start(options)).rejects.toThrow(RangeError);
});

describe('what is told to whoever watches', () => {
  const SECRET = 'https://s.sh.example/?code=SECRET';
  test('lengths, symbologies and commands; never what a code says', () => {
    const told: string[] = [];
    const tell = (_way: unknown, text: string): void => void told.push(text);
    const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
    const lines = serialLineDefinition.describe?.(tell);
    lines?.('toDevice', raw('~\x010000#SCNTRG1;\x03'));
    lines?.('fromDevice', raw('\x02\x010000#SCNTRG1\x06;\x03'));
    lines?.('fromDevice', raw(`${SECRET}\r`));
    lines?.('fromDevice', raw(`\x02\x010000#${SECRET}\x06;\x03`));
    lines?.('toDevice', raw('\x16T\r'));
    const report = Buffer.alloc(64);
    report.set(raw(`\x02${String.fromCharCode(SECRET.length)}]Q1${SECRET}`));
    hidPosDefinition.describe?.(tell)('fromDevice', report);
    hidPosDefinition.describe?.(tell)('toDevice', Uint8Array.of(0xfe, 1));
    hidKeyboardDefinition.describe?.(tell)('fromDevice', Uint8Array.of(0, 0, 4, 0, 0, 0, 0, 0));
    expect(told).toEqual([
      'command SCNTRG1',
      'reply SCNTRG1 done',
      'code, 33 bytes',
      'reply (masked) done',
      'trigger on',
      'part of a code, 33 bytes, ]Q1',
      'enter HID-POS',
      'key',
    ]);
  });
});
