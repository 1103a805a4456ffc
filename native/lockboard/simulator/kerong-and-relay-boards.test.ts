import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../clock.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import type { BoardProtocol } from '../board-protocol.ts';
import { createLockboard, type RunningLockboard } from '../create-lockboard.ts';
import { cu12Protocol } from '../cu12/protocol.ts';
import { cu16Protocol } from '../cu16/protocol.ts';
import { cu48Protocol } from '../cu48/protocol.ts';
import { modbusRelayProtocol } from '../modbus-relay/protocol.ts';
import { createCabinet } from './cabinet.ts';
import { cu12Family, cu16Family, cu48Family } from './kerong-boards.ts';
import { modbusRelayFamily } from './modbus-relay-board.ts';
import type { SimulatedFamily } from './simulated-family.ts';
import { createSimulatedLine } from './simulated-line.ts';

const BOARDS = [
  { address: 1, cells: 10, channels: 12 },
  { address: 3, cells: 12, channels: 12 },
];
const FAMILIES: readonly (readonly [BoardProtocol, SimulatedFamily, number])[] = [
  [cu16Protocol, cu16Family, 16],
  [cu12Protocol, cu12Family, 12],
  [cu48Protocol, cu48Family, 48],
  [modbusRelayProtocol({ boards: BOARDS, pulse100Ms: 5 }), modbusRelayFamily, 16],
];

let lockboard: RunningLockboard;
afterEach(() => lockboard.stop());

function start(protocol: BoardProtocol, family: SimulatedFamily, channels: number) {
  const { opener, port } = createMemoryWire();
  const cabinet = createCabinet({ clock: systemClock, cells: 22, closedIs: protocol.closedIs });
  const boards = BOARDS.map((board) => ({ ...board, channels }));
  const line = createSimulatedLine({ port, clock: systemClock, family, cabinet, boards, reports: false });
  lockboard = createLockboard({
    opener,
    clock: systemClock,
    log: () => undefined,
    protocol,
    boards,
    inverted: [],
    pollIntervalMs: 100,
    emit: () => undefined,
    report: () => undefined,
  });
  return { cabinet, line, port };
}

const doors = async (): Promise<readonly string[] | undefined> => {
  const states = await lockboard.states();
  return states.ok
    ? states.value.flatMap(({ cell, door }) => (door === 'closed' ? [] : [`${cell} ${door}`]))
    : undefined;
};

describe.each(FAMILIES)('$driver', (protocol, family, channels) => {
  it('one door of the second board opens, and only it', async () => {
    const { cabinet } = start(protocol, family, channels);
    await expect.poll(doors, { timeout: 5_000 }).toEqual([]);
    expect(await lockboard.open(12, 5_000)).toEqual({ ok: true, value: 'opened' });
    expect(await doors()).toEqual(['12 open']);
    expect(cabinet.pulses()).toEqual([12]);
    cabinet.close(12);
    expect(await doors()).toEqual([]);
  });
});

// Without a proof a board that is always one question late cannot be told from one in time.
describe.each(FAMILIES.filter(([protocol]) => protocol.proof))('$driver', (protocol, family, channels) => {
  it('replies that come one question late never show a closed door as open', async () => {
    const { cabinet, line } = start(protocol, family, channels);
    await expect.poll(doors, { timeout: 5_000 }).toEqual([]);
    cabinet.open(2);
    await expect.poll(doors, { timeout: 5_000 }).toEqual(['2 open']);
    line.setLateByOne(1, true);
    await doors();
    cabinet.close(2);
    for (let round = 0; round < 3; round += 1) expect(await doors()).not.toContain('2 open');
    line.setLateByOne(1, false);
    await expect.poll(doors, { timeout: 5_000 }).toEqual([]);
  });
});
