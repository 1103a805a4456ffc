import { afterEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../manual-clock.ts';
import { faultyPort } from '../../simulation/faulty-port.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import { startLineRig } from '../testing/rig.ts';

const QUIET_MS = 100;
const CODE = 'TB11234567890125';
const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

let stop = async (): Promise<void> => undefined;
afterEach(() => stop());

async function start(some: { readonly settings?: string[] } = {}) {
  const clock = new ManualClock();
  const wire = createMemoryWire();
  const port = faultyPort(wire.port, { clock });
  const rig = startLineRig(clock, { trigger: 'newland', ...some }, { opener: wire.opener, port });
  stop = () => rig.scanner.stop();
  await clock.advance(1);
  return { ...rig, clock, port };
}

test('trigger, confirmed by the scanner; a code; and dark', async () => {
  const { scanner, simulator, clock, story, health } = await start();
  expect(health()).toMatchObject({ state: 'online', details: { scanner: 'off' } });
  expect(await scanner.calls.trigger(true)).toMatchObject({ ok: true });
  expect(health()?.details).toEqual({ scanner: 'on' });
  expect(simulator.scan(raw(CODE))).toBe(true);
  await clock.advance(QUIET_MS);
  expect(story()).toEqual([CODE]);
  expect(await scanner.calls.trigger(false)).toMatchObject({ ok: true });
  expect(simulator.lit()).toBe(false);
});

test('settings are sent one by one at every opening, and one that is refused is told', async () => {
  const { simulator, health, port, clock } = await start({ settings: ['SCNMOD0', 'ORTSET5000', 'GRBENA7', 'ABCDEF1'] });
  expect(simulator.newland.commands.slice(1)).toEqual(['SCNMOD0', 'ORTSET5000', 'GRBENA7', 'ABCDEF1', 'SCNTRG0']);
  expect(health()).toMatchObject({
    state: 'online',
    reasons: ['settingRefused GRBENA7', 'settingRefused ABCDEF1'],
  });
  expect(simulator.newland.value('ORTSET')).toBe('5000');
  await port.unplug();
  simulator.newland.losePower();
  const before = simulator.newland.commands.length;
  await port.plug();
  await clock.advance(3_000);
  expect(simulator.newland.value('ORTSET')).toBe('5000');
  // Asked first is what the last wire did not ask: a late answer to that one proves nothing.
  expect([simulator.newland.commands[0], simulator.newland.commands[before]]).toEqual(['SCNMOD*', 'ORTSET*']);
});

test('a scanner that refuses its trigger is there, and does not work', async () => {
  const { port, scanner, health } = await start();
  port.onReceive((request) => {
    const echoed = Buffer.from(request).toString('latin1').slice(1, -2);
    port.send(raw(`\x02${echoed}\x15;\x03`));
  });
  expect(await scanner.calls.trigger(true)).toEqual({ ok: false, error: 'scanner.offline' });
  expect(health()).toMatchObject({ state: 'online', details: { scanner: 'inoperative' } });
});

test('told to look and at once not to: dark, even if the scanner takes only the first', async () => {
  const { port, scanner, simulator, clock } = await start();
  port.onReply(2, { type: 'drop' });
  simulator.newland.receive(raw('~\x010000#SCNTRG1;\x03'));
  const answers = Promise.all([scanner.calls.trigger(true), scanner.calls.trigger(false)]);
  await clock.advance(5_000);
  expect(await answers).toMatchObject([{ ok: true }, { ok: false }]);
  expect(simulator.lit()).toBe(false);
});

describe('silence', () => {
  test('an idle scanner without power is offline within two seconds, and in use within three of its return', async () => {
    const { simulator, clock, health } = await start();
    await clock.advance(10_000);
    simulator.setSilent(true);
    await clock.advance(2_000);
    expect(health()).toMatchObject({ state: 'offline', reasons: ['noReply'] });
    await clock.advance(60_000);
    simulator.setSilent(false);
    await clock.advance(3_000);
    expect(health()).toMatchObject({ state: 'online', details: { scanner: 'off' } });
  });

  test('a trigger that is not answered says so', async () => {
    const { simulator, scanner, clock } = await start();
    simulator.setSilent(true);
    const answer = scanner.calls.trigger(true);
    await clock.advance(1_000);
    expect(await answer).toEqual({ ok: false, error: 'scanner.offline' });
  });

  test('what waits behind an unanswered command is not sent', async () => {
    const { simulator, scanner, clock, port } = await start();
    const before = simulator.newland.commands.length;
    port.onReply(1, { type: 'drop' });
    const answers = [scanner.calls.trigger(true), scanner.calls.trigger(false)];
    await clock.advance(901);
    expect(await Promise.all(answers)).toEqual([
      { ok: false, error: 'scanner.offline' },
      { ok: false, error: 'scanner.offline' },
    ]);
    expect(simulator.newland.commands.slice(before)).toEqual(['SCNTRG1']);
    await clock.advance(3_000);
    expect(simulator.lit()).toBe(false);
  });

  test('a long code on a slow line is no silence', async () => {
    const { port, clock, story, health, scanner, simulator } = await start();
    await scanner.calls.trigger(true);
    const answer = scanner.calls.trigger(true);
    expect(await answer).toMatchObject({ ok: true });
    for (let at = 0; at < 60; at += 1) {
      port.send(raw('A'.repeat(50)));
      await clock.advance(60);
    }
    port.send(raw('\r'));
    await clock.advance(QUIET_MS);
    expect(story()).toEqual(['A'.repeat(3000)]);
    expect(health()?.state).toBe('online');
    expect(simulator.newland.commands.filter((command) => command.endsWith('*')).length).toBeLessThan(5);
  });
});

describe('replies and codes in one stream', () => {
  test('a late reply is not taken for the next command', async () => {
    const { port, scanner, clock, logged, health } = await start();
    port.onReply(1, { type: 'delay', ms: 1_200 });
    const late = scanner.calls.trigger(true);
    await clock.advance(1_000);
    expect(await late).toMatchObject({ ok: false });
    await clock.advance(500);
    expect(logged).toContainEqual({ id: 'wire-refused', fields: { device: 'scanner', reason: 'stale' } });
    expect(health()).toMatchObject({ state: 'online', details: { scanner: 'off' } });
  });

  test.each([
    ['alone', '\x02\x010000#SCNTRG1\x06;\x03\r'],
    ['behind text', 'TB1\r\x02\x010000#SCNTRG1\x06;\x03\r'],
    ['inside text', 'TB1\x02\x010000#SCNTRG1\x06;\x03\r'],
  ])('a code that pretends to be a reply, %s, is no code and no reply', async (_where, content) => {
    const { port, clock, story, health } = await start();
    port.send(raw(content));
    await clock.advance(QUIET_MS);
    expect(story()).toHaveLength(1);
    expect(story()[0]).toMatch(/^!/);
    expect(health()?.details).toEqual({ scanner: 'off' });
  });

  test('a code between a command and its reply: both arrive', async () => {
    const { port, scanner, clock, story } = await start();
    port.onReply(1, { type: 'delay', ms: 20 });
    const answer = scanner.calls.trigger(true);
    await clock.advance(5);
    port.send(raw(`${CODE}\r`));
    await clock.advance(200);
    expect(await answer).toMatchObject({ ok: true });
    expect(story()).toEqual([CODE]);
  });

  test.each(['corrupt', 'wrongChecksum', 'drop'] as const)(
    'a reply that is lost on the line (%s): the scanner is back soon',
    async (type) => {
      const { port, scanner, clock, health } = await start();
      port.onReply(1, { type });
      const answer = scanner.calls.trigger(true);
      await clock.advance(6_000);
      expect(await answer).toMatchObject({ ok: false });
      await clock.advance(3_000);
      expect(health()).toMatchObject({ state: 'online', details: { scanner: 'off' } });
      expect(await scanner.calls.trigger(true)).toMatchObject({ ok: true });
    },
  );
});
