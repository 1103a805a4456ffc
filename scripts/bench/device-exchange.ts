import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../native/clock.ts';
import { kr8aProtocol } from '../../native/lockboard/kr-8a/protocol.ts';
import { createModbusMaster } from '../../native/modbus/master.ts';
import { readInputs } from '../../native/modbus/requests.ts';
import { createAnswerDecoder } from '../../native/receipt/answers.ts';
import { askStatus } from '../../native/receipt/escpos.ts';
import { faultyPort } from '../../native/simulation/faulty-port.ts';
import { loadSimulator, type SimulatorOptions } from '../../native/simulation/simulators.ts';
import { openPseudoTerminal } from '../../native/transport/pseudo-terminal.ts';
import { serialPortOpener } from '../../native/transport/serial-port.ts';
import type { Wire } from '../../native/transport/wire.ts';
import { tapPort } from '../../native/transport/wire-tap.ts';
import type { Bench } from './bench.ts';
import { elapsedMs, type Figure, figureOf } from './measure.ts';

const WRITE_LIMIT_MS = 1_000;
/** Between two exchanges: longer than the silence that any of these lines needs. */
const PAUSE_MS = 60;
const ANSWER_LIMIT_MS = 2_000;
const GOAL_MS = 2;

/** One question and its decoded answer over a pseudo-terminal, less what the simulated device itself took. */
export async function deviceExchange(bench: Bench): Promise<readonly Figure[]> {
  const runs = bench.quick ? 30 : 150;
  const goal = { what: 'goal for p99', value: GOAL_MS };
  const figures: Figure[] = [];
  for (const [name, open] of Object.entries(EXCHANGES)) {
    const { ask, deviceMs } = await open(bench);
    // The first may have to bring the line in step.
    await ask();
    const samples: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await wait(PAUSE_MS);
      const tookMs = await elapsedMs(ask);
      samples.push(tookMs - deviceMs());
    }
    figures.push(figureOf(`exchange: ${name}, above the device’s delay`, 'ms', samples, goal));
  }
  return figures;
}

interface Exchange {
  readonly ask: () => Promise<void>;
  /** What the device took for the last answer. */
  readonly deviceMs: () => number;
}

const EXCHANGES: Readonly<Record<string, (bench: Bench) => Promise<Exchange>>> = {
  async 'locker, all lines of a board'(bench) {
    const { wire, deviceMs } = await openDevice(bench, 'locker', {}, 9600);
    const protocol = kr8aProtocol({ boards: [{ address: 1, cells: 24 }] });
    const decoder = protocol.decoder();
    const request = protocol.query(1, 24);
    const heard = answers(wire, (bytes) =>
      decoder.push(bytes).some((event) => event.type === 'frame' && request.answers(event.frame)),
    );
    return { ask: () => heard(request.frame), deviceMs };
  },
  async 'receipt, DLE EOT'(bench) {
    const { wire, deviceMs } = await openDevice(bench, 'receipt', {}, 115_200);
    const decoder = createAnswerDecoder();
    const heard = answers(wire, (bytes) =>
      decoder.push(bytes).some((event) => event.type === 'frame' && event.frame.kind === 'status'),
    );
    return { ask: () => heard(Uint8Array.from(askStatus('printer'))), deviceMs };
  },
  async 'Modbus, eight inputs'(bench) {
    const { wire, deviceMs } = await openDevice(bench, 'auxiliaries', {}, 9600);
    const master = createModbusMaster({
      wire,
      clock: systemClock,
      log: () => undefined,
      device: 'auxiliaries',
      address: 1,
    });
    const request = readInputs(1, 0, 8);
    return {
      async ask() {
        const answer = await master.ask(request);
        if (!answer.ok) throw new Error(String(answer.error));
      },
      deviceMs,
    };
  },
};

/** Sends a question and waits until the decoder has its answer. */
function answers(wire: Wire, take: (bytes: Uint8Array) => boolean): (question: Uint8Array) => Promise<void> {
  let heard = (): void => undefined;
  wire.onData((bytes) => {
    if (take(bytes)) heard();
  });
  return (question) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no answer')), ANSWER_LIMIT_MS);
      heard = () => {
        clearTimeout(timer);
        resolve();
      };
      void wire.write(question);
    });
}

async function openDevice(bench: Bench, name: string, change: SimulatorOptions, baudRate: number) {
  const simulator = await loadSimulator(name);
  if (!simulator) throw new Error(`no simulator ${name}`);
  let askedAt = 0;
  let tookMs = 0;
  const path = join(bench.dir, name);
  const running = await simulator.start(
    { ...simulator.options, ...change },
    {
      clock: systemClock,
      folder: bench.dir,
      async openPort() {
        const far = tapPort(await openPseudoTerminal(path), (direction) => {
          if (direction === 'toDevice') askedAt = performance.now();
          else tookMs = performance.now() - askedAt;
        });
        return faultyPort(far, { clock: systemClock });
      },
    },
  );
  bench.closing(running);
  const opened = await serialPortOpener({ path, baudRate, writeLimitMs: WRITE_LIMIT_MS }).open();
  if (!opened.ok) throw new Error(opened.error);
  return { wire: bench.closing(opened.value), deviceMs: () => tookMs };
}
