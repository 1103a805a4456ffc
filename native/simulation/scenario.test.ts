import { expect, test } from 'vitest';
import { ManualClock } from '../manual-clock.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import { faultyPort } from './faulty-port.ts';
import { playScenario, type Scenario, scenarioSchema } from './scenario.ts';
import type { RunningSimulator } from './simulator.ts';

/** A device that answers every command with 01 02 03 04, at the end of a bad cable, and a host that hears what arrives. */
async function echoDevice(scenario: Scenario) {
  const clock = new ManualClock();
  const { opener, port: far } = createMemoryWire();
  const port = faultyPort(far, { clock });
  const acts: string[] = [];
  const heard: string[] = [];
  const simulator: RunningSimulator = {
    config: {},
    port,
    hand: {
      cover: { says: 'open or closed', do: (argument) => void acts.push(argument) },
      shout: { says: 'sends bytes that nobody asked for', do: () => port.send(Uint8Array.of(9)) },
    },
    close: () => port.close(),
  };
  port.onReceive(() => port.send(Uint8Array.of(1, 2, 3, 4)));
  const refused: string[] = [];
  playScenario(scenario, simulator, { clock, onStep: () => undefined, onRefused: (_step, why) => refused.push(why) });
  const wire = await opener.open();
  if (!wire.ok) throw new Error(wire.error);
  wire.value.onData((bytes) => heard.push(Buffer.from(bytes).toString('hex')));
  wire.value.onClose(() => heard.push('closed'));
  return { clock, acts, heard, refused, ask: () => wire.value.write(Uint8Array.of(0)) };
}

const play = (...steps: unknown[]) => echoDevice(scenarioSchema.parse({ steps }));

test('replies to chosen commands are dropped, turned, or late', async () => {
  const { clock, heard, ask } = await play(
    { onCommand: 1, do: 'drop' },
    { onCommand: 2, do: 'corrupt', byte: 1 },
    { onCommand: 3, do: 'wrongChecksum' },
    { onCommand: 4, do: 'delay', ms: 500 },
  );
  for (let command = 0; command < 5; command += 1) await ask();
  expect(heard).toEqual(['01030304', '01020305', '01020304']);
  await clock.advance(500);
  expect(heard.at(-1)).toBe('01020304');
  expect(heard).toHaveLength(4);
});

test('the cable is pulled in the middle of a reply, and half of it arrives', async () => {
  const { clock, heard, ask } = await play({ onCommand: 1, do: 'unplug' });
  await ask();
  await clock.advance(10);
  expect(heard).toEqual(['0102', 'closed']);
});

test('from a time on: silence, noise, a hand', async () => {
  const { clock, acts, heard, ask } = await play(
    { at: 100, do: 'silent', on: true },
    { at: 200, do: 'silent', on: false },
    { at: 200, do: 'noise', bytes: 3 },
    { at: 300, do: 'hand', act: 'cover open' },
  );
  await clock.advance(100);
  await ask();
  await clock.advance(100);
  expect(heard.map((hex) => hex.length)).toEqual([6]);
  await clock.advance(100);
  expect(acts).toEqual(['open']);
});

test('a hand that the device does not have is refused with the names that there are', async () => {
  const { clock, refused } = await play({ at: 0, do: 'hand', act: 'lid open' });
  await clock.advance(1);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatch(/^no “lid”; there is .*cover, shout$/);
});

test('a hand with a command whose act sends something itself does it once', async () => {
  const { heard, ask } = await play({ onCommand: 2, do: 'hand', act: 'shout' });
  for (let command = 0; command < 3; command += 1) await ask();
  expect(heard).toEqual(['01020304', '09', '01020304', '01020304']);
});

test('a name that every object has is no hand, and what a hand is told keeps its spaces', async () => {
  const { clock, acts, refused } = await play(
    { at: 0, do: 'hand', act: 'toString' },
    { at: 1, do: 'hand', act: ' cover  a  b ' },
  );
  await clock.advance(2);
  expect(refused[0]).toMatch(/^no “toString”;/);
  expect(acts).toEqual(['a  b']);
});

test('what can be done to the cable can be done by hand, too', async () => {
  const { clock, heard, refused, ask } = await play(
    { at: 0, do: 'hand', act: 'corrupt' },
    { at: 1, do: 'hand', act: 'slow often' },
    { at: 200, do: 'hand', act: 'unplug' },
  );
  await clock.advance(100);
  await ask();
  expect(heard).toEqual(['01020204']);
  await clock.advance(200);
  expect(heard.at(-1)).toBe('closed');
  expect(refused).toEqual(['slow: how many milliseconds?']);
});

test.each([
  [{ do: 'drop' }],
  [{ do: 'drop', at: 1, onCommand: 1 }],
  [{ do: 'explode', at: 1 }],
  [{ do: 'delay', at: 1 }],
  [{ do: 'delay', at: 1, ms: -1 }],
])('%o is no step', (step) => {
  expect(scenarioSchema.safeParse({ steps: [step] }).success).toBe(false);
});
