import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCabinet, type SimulatedCabinet, SPRING_MS } from '../../native/lockboard/simulator/cabinet.ts';
import { ManualClock } from '../../native/manual-clock.ts';
import { keepCabinet } from './kept-cabinet.ts';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tongban-cabinet-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const cabinetOf = (clock = new ManualClock()): SimulatedCabinet => createCabinet({ clock, cells: 4, closedIs: 1 });

/** What somebody finds who starts the demo on these data; nothing ended the one before in order. */
function found(dir: string): { open: number[]; items: number[] } {
  const cabinet = cabinetOf();
  keepCabinet(cabinet, dir);
  const cells = [1, 2, 3, 4];
  return { open: cells.filter(cabinet.isOpen), items: cells.filter((cell) => cabinet.item(cell) === 1) };
}

test('a door that sprang open by a pulse, and one that was shut, are found so after everything was killed', async () => {
  const dir = folder();
  const clock = new ManualClock();
  const cabinet = cabinetOf(clock);
  const kept = keepCabinet(cabinet, dir);
  cabinet.put(2);
  kept.save();
  cabinet.pulse(3, SPRING_MS);
  await clock.advance(SPRING_MS);
  expect(found(dir)).toEqual({ open: [3], items: [2] });
  cabinet.close(3);
  expect(found(dir)).toEqual({ open: [], items: [2] });
  expect(readdirSync(dir)).toEqual(['cabinet.json']);
});

test('after the end nothing is written: the data may be gone by then', () => {
  const dir = folder();
  const cabinet = cabinetOf();
  const kept = keepCabinet(cabinet, dir);
  cabinet.open(1);
  kept.end();
  cabinet.open(4);
  expect(found(dir)).toEqual({ open: [1], items: [] });
});
