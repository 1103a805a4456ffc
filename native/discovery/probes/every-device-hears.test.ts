import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../lockboard/simulator/families.ts';
import { transmitPrinterId } from '../../receipt/escpos.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import type { Wire } from '../../transport/wire.ts';
import { lockerAt, printerAt, scannerAt } from '../testing/far-ends.ts';
import { PROBE_ROUNDS, questionsOf, USUAL_ADDRESSES } from './table.ts';

const ROUNDS = PROBE_ROUNDS.flatMap(({ baudRate, probes }) =>
  probes.map((probe) => [`${probe.name} at ${baudRate}`, probe] as const),
);
const ALL = ROUNDS.flatMap(([, probe]) => questionsOf(probe, USUAL_ADDRESSES).map(({ frame }) => frame));

async function opened(opener: ReturnType<typeof createMemoryWire>['opener']): Promise<Wire> {
  const wire = await opener.open();
  return wire.ok ? wire.value : expect.unreachable();
}

describe('lockers hear every question of every family, at every usual address, and open nothing', () => {
  it.each(Object.keys(FAMILIES))('%s', async (driver) => {
    const { opener, port } = createMemoryWire();
    const cabinet = lockerAt(port, driver, { cells: 12 });
    const wire = await opened(opener);
    for (const frame of ALL) await wire.write(frame);
    for (const frame of ALL.toReversed()) await wire.write(frame);
    expect(cabinet.pulses()).toEqual([]);
  });
});

it('a scanner hears every question: it stays dark and keeps its settings', async () => {
  const { opener, port } = createMemoryWire();
  const scanner = scannerAt(port);
  const wire = await opened(opener);
  for (const frame of ALL) await wire.write(frame);
  expect(scanner.lit()).toBe(false);
  expect(new Set(scanner.newland.commands)).toEqual(new Set(['SCNMOD*']));
});

describe('a printer that hears what was meant for others prints and moves nothing', () => {
  it.each(ROUNDS)('%s', async (_, probe) => {
    const { opener, port } = createMemoryWire();
    const printer = printerAt(port, 'epson');
    const wire = await opened(opener);
    const answers: number[] = [];
    wire.onData((bytes) => answers.push(...bytes));
    // As many letters as these eight addresses have, no line of paper holds: hence printers are asked for first.
    for (const { frame } of questionsOf(probe, 2)) await wire.write(frame);
    // Its name comes in its turn, behind all that it heard before.
    await wire.write(Uint8Array.from(transmitPrinterId()));
    await expect.poll(() => answers.at(-1), { timeout: 5_000 }).toBe(0x00);
    expect(printer.printed()).toBe(false);
    await printer.simulator.close();
  });
});
