import { expect, it } from 'vitest';
import { ManualClock } from '../manual-clock.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import { AIM_LIMIT_MS, AIM_LOOK_INTERVAL_MS } from './aim.ts';
import { createLockboard } from './create-lockboard.ts';
import { encodeFrame } from './wkly/frames.ts';
import { wklyProtocol } from './wkly/protocol.ts';

const BOARD = 3;
const SOON_MS = 5_000;

/** One board with two cells; what arrives at it is noted. */
async function openBoard() {
  const clock = new ManualClock();
  const { port, opener } = createMemoryWire();
  const doors = [1, 1];
  const arrived: { readonly command: 'query' | 'unlock'; readonly atMs: number }[] = [];
  let mute = false;
  port.onReceive(([, , , , , , command = 0, lock = 0]) => {
    arrived.push({ command: command === 0x82 ? 'unlock' : 'query', atMs: clock.now() });
    if (mute) return;
    if (command === 0x84) clock.after(10, () => port.send(encodeFrame(BOARD, 0x84, 0, 2, ...doors)));
    if (command !== 0x82) return;
    doors[lock - 1] = 0;
    clock.after(10, () => port.send(encodeFrame(BOARD, 0x82, 0, lock)));
  });
  const lockboard = createLockboard({
    opener,
    clock,
    log: () => undefined,
    protocol: wklyProtocol,
    boards: [{ address: BOARD, cells: 2 }],
    inverted: [],
    pollIntervalMs: 10_000,
    emit: () => undefined,
    report: () => undefined,
  });
  await clock.advance(SOON_MS);
  arrived.length = 0;
  const open = async (cell: number) => {
    const askedAtMs = clock.now();
    arrived.length = 0;
    const opening = lockboard.open(cell, SOON_MS);
    await clock.advance(SOON_MS);
    const opened = await opening;
    const before = arrived.slice(
      0,
      arrived.findIndex(({ command }) => command === 'unlock'),
    );
    const unlockedAtMs = arrived.find(({ command }) => command === 'unlock')?.atMs;
    return {
      opened,
      asked: before.length,
      waitedMs: unlockedAtMs === undefined ? undefined : unlockedAtMs - askedAtMs,
    };
  };
  return { clock, lockboard, doors, arrived, open, setMute: (on: boolean) => (mute = on) };
}

it('aimed at, a door is pulsed at once; it was seen closed just before', async () => {
  const { clock, lockboard, open } = await openBoard();
  lockboard.aim(1);
  await clock.advance(AIM_LOOK_INTERVAL_MS / 2);
  expect(await open(1)).toEqual({ opened: { ok: true, value: 'opened' }, asked: 0, waitedMs: 0 });
});

it('another door than the one aimed at is looked at first', async () => {
  const { clock, lockboard, open } = await openBoard();
  lockboard.aim(1);
  await clock.advance(AIM_LOOK_INTERVAL_MS / 2);
  expect(await open(2)).toMatchObject({ opened: { ok: true, value: 'opened' }, asked: 1 });
});

it('an aimed door that was seen open gets no pulse', async () => {
  const { clock, lockboard, doors, open } = await openBoard();
  doors[0] = 0;
  lockboard.aim(1);
  await clock.advance(AIM_LOOK_INTERVAL_MS);
  expect(await open(1)).toMatchObject({ opened: { ok: true, value: 'wasOpen' }, waitedMs: undefined });
});

it('a board that stopped answering is noticed before the pulse all the same', async () => {
  const { clock, lockboard, setMute, open } = await openBoard();
  lockboard.aim(1);
  await clock.advance(AIM_LOOK_INTERVAL_MS / 2);
  setMute(true);
  await clock.advance(SOON_MS);
  expect(await open(1)).toMatchObject({ opened: { ok: false, error: 'locker.offline' }, waitedMs: undefined });
});

it('whoever was to sign and went away is waited for no longer', async () => {
  const { clock, lockboard, arrived } = await openBoard();
  lockboard.aim(1);
  await clock.advance(AIM_LIMIT_MS + SOON_MS);
  arrived.length = 0;
  await clock.advance(SOON_MS);
  expect(arrived.length).toBeLessThanOrEqual(1);
});
