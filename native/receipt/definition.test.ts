import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiptConfigSchema } from '../../contract/device-config/receipt.ts';
import type { HealthReport } from '../../contract/device-health.ts';
import { systemClock } from '../clock.ts';
import type { DriverContext } from '../device/driver.ts';
import { createMeter } from '../device/meter.ts';
import { meterOpener } from '../device/wire-meter.ts';
import { faultyPort } from '../simulation/faulty-port.ts';
import type { RunningSimulator } from '../simulation/simulator.ts';
import { openerOf } from '../transport/open-wire.ts';
import { openPseudoTerminal } from '../transport/pseudo-terminal.ts';
import { escposDefinition } from './definition.ts';
import type { ReceiptEvent } from './receipt.ts';
import { receiptSimulatorDefinition } from './simulator/definition.ts';

let folder: string;
let simulator: RunningSimulator;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipt-'));
});
afterEach(async () => {
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

const startSimulator = (model: string) =>
  receiptSimulatorDefinition.start(
    { ...receiptSimulatorDefinition.options, model, lineMs: 2 },
    {
      clock: systemClock,
      folder,
      openPort: async (name) => faultyPort(await openPseudoTerminal(join(folder, name)), { clock: systemClock }),
    },
  );

function startDriver() {
  const healths: HealthReport[] = [];
  const events: ReceiptEvent[] = [];
  const meter = createMeter();
  const context: DriverContext<ReceiptEvent> = {
    clock: systemClock,
    log: () => undefined,
    meter,
    assetsDir: resolve('assets'),
    wire: (transport) => meterOpener(openerOf(transport, systemClock), meter, systemClock),
    hid: () => {
      throw new Error('no HID here');
    },
    emit: (event) => events.push(event),
    report: (health) => healths.push(health),
    say: () => undefined,
  };
  const device = escposDefinition.start(receiptConfigSchema.parse(simulator.config), context);
  return { device, healths, events, meter };
}

async function until(holds: () => boolean): Promise<void> {
  for (const limit = performance.now() + 5_000; !holds(); ) {
    if (performance.now() > limit) throw new Error('not within 5 s');
    await new Promise((tell) => setTimeout(tell, 5));
  }
}

describe.each(['epson', 'custom-vkp80'])('driver and simulator by their definitions (%s)', (model) => {
  it('a receipt with a rare name: printed, kept as picture and text, told of health', async () => {
    simulator = await startSimulator(model);
    const { device, healths, meter } = startDriver();
    await until(() => healths.at(-1)?.state === 'online');
    expect(healths[0]?.state).toBe('starting');
    const printed = await device.calls.print([
      { kind: 'text', text: '王桂兰' },
      { kind: 'text', text: '赵𬭚' },
    ]);
    expect(printed).toEqual({ ok: true, value: undefined });
    expect(await device.calls.status()).toMatchObject({ ok: true, value: { paper: 'full', cover: 'closed' } });
    await device.stop();
    await simulator.close();
    const kept = await readdir(folder);
    expect(kept).toEqual(expect.arrayContaining(['receipt-0001.png', 'receipt-0001.txt']));
    expect(await readFile(join(folder, 'receipt-0001.txt'), 'utf8')).toMatch(/王桂兰\n\[图 \d+\]/);
    expect(meter.snapshot().exchanges).toBeGreaterThan(0);
    expect(meter.snapshot().discardedBytes).toBe(0);
  });

  it('hands at the simulator: cover opened and closed is told without printing', async () => {
    simulator = await startSimulator(model);
    const { device, healths } = startDriver();
    await until(() => healths.at(-1)?.state === 'online');
    const coverIs = (cover: string) => until(() => healths.at(-1)?.details.cover === cover);
    await simulator.hand.coverOpen?.do('');
    await device.calls.status();
    await coverIs('open');
    await simulator.hand.coverOpen?.do('off');
    await coverIs('closed');
    expect(() => simulator.hand.coverOpen?.do('sideways')).toThrow(RangeError);
    await device.stop();
  });
});
