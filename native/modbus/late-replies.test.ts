import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ManualClock } from '../manual-clock.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import { QUIET_MS, REPLY_LIMIT_MS } from './limits.ts';
import { createModbusMaster, type ModbusMaster } from './master.ts';
import { readInputs } from './requests.ts';
import { checkOf, requestOf } from './simulator/requests.ts';
import { createSimulatedSlave } from './simulator/slave.ts';

const COUNTER_BITS = 16;
/** Slower than this and the quiet time of the master would not be enough: no board is. */
const SLOWEST_REPLY_MS = QUIET_MS - 50;
const QUESTIONS = 8;

/** A slave whose inputs count how often they were read; it answers in order, each time after another delay. */
function startCounter(delaysMs: readonly number[], clock: ManualClock) {
  const { opener, port } = createMemoryWire();
  let counter = 0;
  let asked = 0;
  let lastAtMs = 0;
  const slave = createSimulatedSlave({
    clock,
    address: 1,
    relays: 8,
    inputs: COUNTER_BITS,
    readInput: (channel) => ((counter >> channel) & 1) === 1,
  });
  port.onReceive((bytes) => {
    const { functionCode, body } = requestOf(bytes);
    if (functionCode === 0x02) counter += 1;
    const said = Uint8Array.of(1, ...slave.answer(functionCode, body));
    lastAtMs = Math.max(lastAtMs, clock.now() + (delaysMs[asked % delaysMs.length] ?? 0));
    asked += 1;
    clock.after(lastAtMs - clock.now(), () => port.send(Uint8Array.of(...said, ...checkOf(said))));
  });
  return { opener, readSoFar: () => counter };
}

async function ask(master: ModbusMaster, clock: ManualClock): Promise<number | undefined> {
  let done = false;
  const answer = master.ask(readInputs(1, 0, COUNTER_BITS)).finally(() => {
    done = true;
  });
  while (!done) await clock.advance(10);
  const bits = await answer;
  return bits.ok ? bits.value.reduce((sum, on, bit) => sum + (on ? 2 ** bit : 0), 0) : undefined;
}

it('however late replies are, an answer is never older than its question', async () => {
  const delays = fc.array(fc.oneof(fc.constant(5), fc.integer({ min: 0, max: SLOWEST_REPLY_MS })), { minLength: 1 });
  let answered = 0;
  let unanswered = 0;
  await fc.assert(
    fc.asyncProperty(delays, async (delaysMs) => {
      const clock = new ManualClock();
      const slave = startCounter(delaysMs, clock);
      const opened = await slave.opener.open();
      if (!opened.ok) throw new Error(opened.error);
      const master = createModbusMaster({
        wire: opened.value,
        clock,
        log: () => undefined,
        device: 'auxiliaries',
        address: 1,
      });
      for (let question = 0; question < QUESTIONS; question += 1) {
        const before = slave.readSoFar();
        const value = await ask(master, clock);
        if (value === undefined) unanswered += 1;
        else answered += 1;
        if (value !== undefined && value <= before) return false;
      }
      return true;
    }),
    { numRuns: 60 },
  );
  // Both must have happened, or nothing was shown.
  expect(answered).toBeGreaterThan(100);
  expect(unanswered).toBeGreaterThan(20);
  expect(SLOWEST_REPLY_MS).toBeGreaterThan(REPLY_LIMIT_MS);
});
