import { expect, test } from 'vitest';
import { ManualClock } from '../manual-clock.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import { createMeter } from './meter.ts';
import { meterOpener } from './wire-meter.ts';

async function openMetered() {
  const memory = createMemoryWire();
  const meter = createMeter();
  const opener = meterOpener(memory.opener, meter, new ManualClock());
  const open = async () => {
    const opened = await opener.open();
    if (!opened.ok) throw new Error(opened.error);
    opened.value.onData(() => undefined);
    return opened.value;
  };
  return { memory, meter, open };
}
const QUESTION = Uint8Array.of(1);
const ANSWER = Uint8Array.of(2);

test('an answered question is an exchange, and bytes that nobody asked for are none', async () => {
  const { memory, meter, open } = await openMetered();
  const wire = await open();
  await wire.write(QUESTION);
  memory.port.send(ANSWER);
  memory.port.send(ANSWER);
  await wire.close();
  expect(meter.snapshot()).toMatchObject({ exchanges: 1, unanswered: 0, retries: 0 });
});

test('a silent device: each question whose wire is then thrown away counts as unanswered, once', async () => {
  const { meter, open } = await openMetered();
  for (let turn = 0; turn < 3; turn += 1) {
    const wire = await open();
    wire.onClose(() => undefined);
    await wire.write(QUESTION);
    await wire.close();
  }
  expect(meter.snapshot()).toMatchObject({ exchanges: 0, unanswered: 3, retries: 2 });
});

test('a cable pulled between question and answer leaves the question unanswered', async () => {
  const { memory, meter, open } = await openMetered();
  const wire = await open();
  wire.onClose(() => undefined);
  await wire.write(QUESTION);
  await memory.port.unplug();
  expect(meter.snapshot()).toMatchObject({ exchanges: 0, unanswered: 1 });
});
