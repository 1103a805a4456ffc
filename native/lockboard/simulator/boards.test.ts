import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../manual-clock.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import { hex, shown } from '../test-bytes.ts';
import { createCabinet } from './cabinet.ts';
import { kr8aFamily } from './kr-8a-board.ts';
import type { SimulatedFamily } from './simulated-family.ts';
import { createSimulatedLine } from './simulated-line.ts';
import { wklyFamily } from './wkly-board.ts';

/** Far longer than any board needs. */
const LONG_MS = 2000;

/** A board with address 0 or 1 and 24 cells, all closed; asked as by a host that is not ours. */
async function startBoard(family: SimulatedFamily, address: number, reports = false) {
  const clock = new ManualClock();
  const { port, opener } = createMemoryWire();
  const cabinet = createCabinet({ clock, cells: 24, closedIs: 1 });
  createSimulatedLine({ port, clock, family, cabinet, boards: [{ address, cells: 24, channels: 24 }], reports });
  const opened = await opener.open();
  if (!opened.ok) throw new Error(opened.error);
  const heard: string[] = [];
  opened.value.onData((bytes) => heard.push(shown(bytes)));
  const ask = async (frame: string): Promise<string[]> => {
    await opened.value.write(hex(frame));
    await clock.advance(LONG_MS);
    return heard.splice(0);
  };
  return { ask, cabinet, clock, heard };
}

describe('simulated 8A/80 board', () => {
  it('answers the documented frames with the documented replies', async () => {
    const { ask, cabinet } = await startBoard(kr8aFamily, 1);
    cabinet.open(1);
    expect(await ask('80 01 00 33 B2')).toEqual(['80 01 FF FF FE 33 4C']);
    expect(await ask('80 01 01 33 B3')).toEqual(['80 01 01 00 80']);
    expect(await ask('8A 01 01 11 9B')).toEqual(['8A 01 01 00 8A']);
    expect(await ask('8A 01 02 11 03 9B')).toEqual(['8A 01 02 11 98']);
    expect(cabinet.isOpen(2)).toBe(true);
    expect(await ask('80 02 00 33 B1')).toEqual([]);
    expect(await ask('8A 01 01 11 9C')).toEqual([]);
  });

  it('told to report, it tells a door by itself', async () => {
    const { cabinet, heard, clock } = await startBoard(kr8aFamily, 1, true);
    cabinet.open(1);
    await clock.advance(0);
    expect(heard).toEqual(['81 01 01 00 81']);
  });

  it('all locks of a board at once are a violation', async () => {
    const { ask, cabinet } = await startBoard(kr8aFamily, 1);
    await ask('8A 01 00 11 9A');
    expect(cabinet.violations()).toContain('twoLocksAtOnce');
  });
});

describe('simulated WKLY board', () => {
  it('answers the documented frames with the documented replies', async () => {
    const { ask, cabinet } = await startBoard(wklyFamily(), 0);
    expect(await ask('57 4B 4C 59 08 00 84 85')).toEqual([`57 4B 4C 59 22 00 84 00 18 ${'01 '.repeat(24)}B7`]);
    expect(await ask('57 4B 4C 59 09 00 82 01 83')).toEqual(['57 4B 4C 59 0B 00 82 00 01 00 81']);
    expect(cabinet.isOpen(1)).toBe(true);
    expect(await ask('57 4B 4C 59 09 00 83 01 82')).toEqual(['57 4B 4C 59 0B 00 83 00 01 00 80']);
    expect(await ask('57 4B 4C 59 09 00 83 01 83')).toEqual([]);
  });

  it('told to report, it tells a door by itself', async () => {
    const { cabinet, heard, clock } = await startBoard(wklyFamily(), 0, true);
    cabinet.open(1);
    cabinet.close(1);
    await clock.advance(0);
    expect(heard).toEqual(['57 4B 4C 59 0A 00 85 01 00 87', '57 4B 4C 59 0A 00 85 01 01 86']);
  });

  it('a mute one opens and says nothing; an old one says it with another head', async () => {
    const mute = await startBoard(wklyFamily({ muteOpen: true }), 0);
    expect(await mute.ask('57 4B 4C 59 09 00 82 01 83')).toEqual([]);
    expect(mute.cabinet.isOpen(1)).toBe(true);
    const old = await startBoard(wklyFamily({ oldHead: true }), 0);
    expect(await old.ask('57 4B 4C 59 09 00 83 01 82')).toEqual(['53 4B 4C 59 0B 00 83 00 01 01 85']);
  });

  it('frames that come too close, and two locks at once, are recorded', async () => {
    const { ask, cabinet, clock } = await startBoard(wklyFamily({ muteOpen: true }), 0);
    void ask('57 4B 4C 59 09 00 82 01 83');
    await clock.advance(10);
    void ask('57 4B 4C 59 09 00 82 02 80');
    await clock.advance(LONG_MS);
    expect(cabinet.violations()).toEqual(['frameInGap', 'twoLocksAtOnce']);
  });
});
