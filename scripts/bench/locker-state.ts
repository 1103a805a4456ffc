import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../native/clock.ts';
import { createLockboard } from '../../native/lockboard/create-lockboard.ts';
import { KR8A_GAP_MS, kr8aProtocol } from '../../native/lockboard/kr-8a/protocol.ts';
import { createCabinet } from '../../native/lockboard/simulator/cabinet.ts';
import { FAMILIES } from '../../native/lockboard/simulator/families.ts';
import { createSimulatedLine } from '../../native/lockboard/simulator/simulated-line.ts';
import { faultyPort } from '../../native/simulation/faulty-port.ts';
import { lineTimeMs, pacePort } from '../../native/transport/paced-port.ts';
import { openPseudoTerminal } from '../../native/transport/pseudo-terminal.ts';
import { serialPortOpener } from '../../native/transport/serial-port.ts';
import type { SimulatedPort } from '../../native/transport/simulated-port.ts';
import type { Bench } from './bench.ts';
import { type Figure, figureOf, percentile } from './measure.ts';

const BOARDS = 10;
const CELLS = 24;
const BAUD_RATE = 9600;
/** Head, address, 24 lines, end, check. */
const ANSWER_BYTES = 7;
const WRITE_LIMIT_MS = 1_000;
const ROUND_LIMIT_MS = 30_000;

/** One frame on the line, at its far end. */
interface Passed {
  readonly direction: 'toDevice' | 'fromDevice';
  readonly atMs: number;
}

/**
 * The state of ten boards of 24 cells, over a line that carries bytes no faster than 9,600 baud both ways and with the silence
 * that these boards need between two frames: beside the same questions on the same line without a driver.
 */
export async function lockerState(bench: Bench): Promise<readonly Figure[]> {
  const rounds = bench.quick ? 3 : 12;
  const bare = await bareRounds(bench, rounds);
  const { port, passed } = await tenBoards(bench, 'boards');
  const boards = boardsOf();
  const lockboard = createLockboard({
    opener: openerOf(port),
    clock: systemClock,
    log: () => undefined,
    protocol: kr8aProtocol({ boards }),
    boards,
    inverted: [],
    // Shorter than a round: the next one begins when the last has ended.
    pollIntervalMs: 100,
    emit: () => undefined,
    report: () => undefined,
  });
  bench.closing({ close: () => lockboard.stop() });
  const samples = await roundsOf(passed, rounds);
  return [
    figureOf('locker: state of 10 boards × 24 cells', 'ms', samples, {
      what: 'the same frames, bare (goal ≤ 1.1×)',
      value: percentile(bare, 0.5),
    }),
  ];
}

/** Question, answer, silence, ten times; nothing is decoded. */
async function bareRounds(bench: Bench, rounds: number): Promise<number[]> {
  const { port, passed } = await tenBoards(bench, 'bare');
  const opened = await openerOf(port).open();
  if (!opened.ok) throw new Error(opened.error);
  const wire = bench.closing(opened.value);
  const protocol = kr8aProtocol({ boards: boardsOf() });
  let missing = 0;
  let answered = (): void => undefined;
  wire.onData((bytes) => {
    missing -= bytes.length;
    if (missing <= 0) answered();
  });
  for (let round = 0; round <= rounds; round++) {
    for (const { address } of boardsOf()) {
      const { frame } = protocol.query(address, CELLS);
      missing = ANSWER_BYTES;
      const whole = new Promise<void>((resolve) => {
        answered = resolve;
      });
      void wire.write(frame);
      await whole;
      await wait(KR8A_GAP_MS);
    }
  }
  return roundsOf(passed, rounds);
}

const boardsOf = () => Array.from({ length: BOARDS }, (_, index) => ({ address: index + 1, cells: CELLS }));

const openerOf = ({ path }: SimulatedPort) =>
  serialPortOpener({ path, baudRate: BAUD_RATE, writeLimitMs: WRITE_LIMIT_MS });

async function tenBoards(bench: Bench, name: string): Promise<{ port: SimulatedPort; passed: Passed[] }> {
  const passed: Passed[] = [];
  const far = bench.closing(await openPseudoTerminal(join(bench.dir, name)));
  const port = slowLine(far, (direction) => passed.push({ direction, atMs: performance.now() }));
  const family = FAMILIES['kr-8a']?.family;
  if (!family) throw new Error('no family kr-8a');
  createSimulatedLine({
    port: faultyPort(port, { clock: systemClock }),
    clock: systemClock,
    family,
    cabinet: createCabinet({ clock: systemClock, cells: BOARDS * CELLS, closedIs: 1 }),
    boards: boardsOf().map((board) => ({ ...board, channels: CELLS })),
    reports: false,
  });
  return { port: far, passed };
}

/** Bytes to the boards take their time, too. */
function slowLine(far: SimulatedPort, note: (direction: Passed['direction']) => void): SimulatedPort {
  const paced = pacePort(far, { baudRate: BAUD_RATE });
  return {
    ...paced,
    send(bytes) {
      paced.send(bytes);
      systemClock.after(lineTimeMs(bytes.length, BAUD_RATE), () => note('fromDevice'));
    },
    onReceive: (listener) =>
      far.onReceive((bytes) => {
        note('toDevice');
        systemClock.after(lineTimeMs(bytes.length, BAUD_RATE), () => listener(bytes));
      }),
  };
}

/** From the first byte of the question to board 1 to the last byte of the answer of board 10, after all were greeted. */
async function roundsOf(passed: Passed[], rounds: number): Promise<number[]> {
  const samples: number[] = [];
  const endMs = performance.now() + ROUND_LIMIT_MS;
  // The first round greets the boards; it begins where the line comes into step.
  const perRound = 2 * BOARDS;
  const needed = (rounds + 1) * perRound;
  while (passed.length < needed) {
    if (performance.now() > endMs) throw new Error('the boards were not asked often enough');
    await wait(50);
  }
  for (let round = 1; round <= rounds; round++) {
    const first = passed[round * perRound];
    const last = passed[(round + 1) * perRound - 1];
    if (first?.direction !== 'toDevice' || last?.direction !== 'fromDevice')
      throw new Error('the rounds are out of step');
    samples.push(last.atMs - first.atMs);
  }
  return samples;
}
