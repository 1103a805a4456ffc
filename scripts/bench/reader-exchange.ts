import { join } from 'node:path';
import { systemClock } from '../../native/clock.ts';
import { createSdtDriver } from '../../native/idcard/driver.ts';
import { encodeRequest } from '../../native/idcard/frames.ts';
import { createIdCardSimulator } from '../../native/idcard/simulator/id-card-simulator.ts';
import { buildReply } from '../../native/idcard/simulator/module-frames.ts';
import { openPseudoTerminal } from '../../native/transport/pseudo-terminal.ts';
import { serialPortOpener } from '../../native/transport/serial-port.ts';
import type { Wire } from '../../native/transport/wire.ts';
import { tapPort } from '../../native/transport/wire-tap.ts';
import type { Bench } from './bench.ts';
import { elapsedMs, type Figure, figureOf, percentile } from './measure.ts';

const BAUD_RATE = 115_200;
const WRITE_LIMIT_MS = 1_000;
const FIND_MS = 2;
const ECHO_LIMIT_MS = 2_000;

/** One find over a pseudo-terminal, less the simulated module's own time; beside the same bytes there and back, bare. */
export async function readerExchange(bench: Bench): Promise<readonly Figure[]> {
  const runs = bench.quick ? 150 : 600;
  const echo = await echoSamples(bench, runs);
  const find = await findSamples(bench, runs);
  return [
    figureOf('reader: find, above the module’s delay', 'ms', find, {
      what: 'bare pty echo, same delay',
      value: percentile(echo, 0.5),
    }),
  ];
}

async function findSamples(bench: Bench, runs: number): Promise<number[]> {
  const port = bench.closing(await openPseudoTerminal(join(bench.dir, 'reader')));
  let askedAt = 0;
  let deviceMs = 0;
  createIdCardSimulator({
    port: tapPort(port, (direction) => {
      if (direction === 'toDevice') askedAt = performance.now();
      else deviceMs = performance.now() - askedAt;
    }),
    continuousReading: 'repeats',
    delays: { findCard: FIND_MS },
  });
  const wire = bench.closing(await openWire(port.path));
  const driver = createSdtDriver({ wire, clock: systemClock, log: () => undefined });
  const inStep = await driver.resync();
  if (!inStep.ok) throw new Error('the simulated reader does not answer');
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) {
    const roundTripMs = await elapsedMs(async () => {
      const found = await driver.findCard();
      // Nothing lies there: the module says so, which is a reply like any other.
      if (!found.ok && found.error.kind === 'exchange') throw new Error(`find: ${found.error.reason}`);
    });
    samples.push(roundTripMs - deviceMs);
  }
  return samples;
}

async function echoSamples(bench: Bench, runs: number): Promise<number[]> {
  const port = bench.closing(await openPseudoTerminal(join(bench.dir, 'echo')));
  const reply = buildReply({ status: 0x80, data: new Uint8Array(0) }, 'xor');
  let deviceMs = 0;
  // The same pause as the module makes: a machine that was idle for a moment wakes up more slowly.
  port.onReceive(() => {
    const askedAt = performance.now();
    setTimeout(() => {
      deviceMs = performance.now() - askedAt;
      port.send(reply);
    }, FIND_MS);
  });
  const wire = bench.closing(await openWire(port.path));
  const request = encodeRequest(0x20, 0x01);
  let missing = 0;
  let answered = (): void => undefined;
  wire.onData((bytes) => {
    missing -= bytes.length;
    if (missing <= 0) answered();
  });
  const exchange = (): Promise<void> => {
    missing = reply.length;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no echo')), ECHO_LIMIT_MS);
      answered = () => {
        clearTimeout(timer);
        resolve();
      };
      void wire.write(request);
    });
  };
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) {
    const roundTripMs = await elapsedMs(exchange);
    samples.push(roundTripMs - deviceMs);
  }
  return samples;
}

async function openWire(path: string): Promise<Wire> {
  const opened = await serialPortOpener({ path, baudRate: BAUD_RATE, writeLimitMs: WRITE_LIMIT_MS }).open();
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}
