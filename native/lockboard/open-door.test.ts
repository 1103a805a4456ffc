import { expect, it } from 'vitest';
import { ManualClock } from '../manual-clock.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import { createLockboard } from './create-lockboard.ts';
import { encodeFrame } from './wkly/frames.ts';
import { wklyProtocol } from './wkly/protocol.ts';

const [OPEN, CLOSED, UNKNOWN] = [0x00, 0x01, 0xff];
const BOARD = 3;
const SOON_MS = 5000;

/** One board with one cell whose switch says these, one after the other, each time it is asked; the last for good. */
async function openWith(before: number, ...after: number[]) {
  const clock = new ManualClock();
  const { port, opener } = createMemoryWire();
  const says = [...after];
  let pulses = 0;
  port.onReceive(([, , , , , , command = 0]) => {
    const lock = pulses === 0 ? before : says.length > 1 ? says.shift() : says[0];
    if (command === 0x84) clock.after(10, () => port.send(encodeFrame(BOARD, 0x84, 0, 1, lock ?? UNKNOWN)));
    if (command !== 0x82) return;
    pulses += 1;
    clock.after(10, () => port.send(encodeFrame(BOARD, 0x82, 0, 1)));
  });
  const lockboard = createLockboard({
    opener,
    clock,
    log: () => undefined,
    protocol: wklyProtocol,
    boards: [{ address: BOARD, cells: 1 }],
    inverted: [],
    pollIntervalMs: 10_000,
    emit: () => undefined,
    report: () => undefined,
  });
  await clock.advance(SOON_MS);
  const opening = lockboard.open(1, SOON_MS);
  await clock.advance(SOON_MS);
  const opened = await opening;
  const stopping = lockboard.stop();
  await clock.advance(SOON_MS);
  await stopping;
  return { opened, pulses };
}

it.each([
  ['closed, then open: opened', [CLOSED, CLOSED, OPEN], { ok: true, value: 'opened' }],
  [
    'not known before the pulse, open after it: it may have stood open',
    [UNKNOWN, OPEN],
    { error: 'locker.doorUnknown' },
  ],
  ['not known before the pulse, closed, then open: opened', [UNKNOWN, CLOSED, OPEN], { ok: true, value: 'opened' }],
  ['not known at all', [UNKNOWN, UNKNOWN], { error: 'locker.doorUnknown' }],
] as const)('a switch that says %s', async (_, [before, ...after], outcome) => {
  const { opened, pulses } = await openWith(before, ...after);
  expect(opened).toMatchObject(outcome);
  expect(pulses).toBe(1);
});
