import { afterEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../manual-clock.ts';
import { LONGEST_CODE_BYTES } from '../decode-text.ts';
import { type LineRig, startLineRig } from '../testing/rig.ts';

const QUIET_MS = 100;
const CODE = 'https://center.example/verify/SH20261121-4F7K2Q9M?c=Ab3_-Zz90qWe';
const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

let clock = new ManualClock();
let rig: LineRig | undefined;

async function start(some: Parameters<typeof startLineRig>[1] = {}): Promise<LineRig> {
  clock = new ManualClock();
  rig = startLineRig(clock, some);
  await clock.advance(1);
  expect(rig.health()).toMatchObject({ state: 'online', details: { scanner: 'on' } });
  return rig;
}

afterEach(async () => {
  await rig?.scanner.stop();
  rig = undefined;
});

describe('codes', () => {
  test('a code in two pieces with a pause of the line between them', async () => {
    const { port, story } = await start();
    port.send(raw(CODE.slice(0, 20)));
    await clock.advance(50);
    port.send(raw(`${CODE.slice(20)}\r`));
    await clock.advance(QUIET_MS);
    expect(story()).toEqual([CODE]);
  });

  test.each([
    ['utf-8', '取件码 甲'],
    ['gbk', '取件码 甲'],
  ] as const)('Chinese text sent as %s', async (encoding, text) => {
    const { port, story } = await start({ encoding });
    const sent = encoding === 'utf-8' ? Buffer.from(text) : Buffer.from('c8a1bcfec2eb20bcd7', 'hex');
    port.send(Uint8Array.from([...sent, 0x0d]));
    await clock.advance(QUIET_MS);
    expect(story()).toEqual([text]);
  });

  test('the same code held too long is one scan, another one is another', async () => {
    const { simulator, story } = await start();
    for (const text of [CODE, CODE, CODE, 'B2', CODE]) {
      simulator.scan(raw(text));
      await clock.advance(900);
    }
    expect(story()).toEqual([CODE, 'B2', CODE]);
    await clock.advance(1_001);
    simulator.scan(raw(CODE));
    await clock.advance(QUIET_MS);
    expect(story()).toEqual([CODE, 'B2', CODE, CODE]);
  });
});

describe('what is refused, as a whole', () => {
  test.each([
    ['a code with a line end inside', 'TB11\rTB22\r', 'joined'],
    ['a code with the printer’s bytes', '\x1b@\x1dV\x00A\r', 'controlCharacters'],
    ['bytes that are no UTF-8', '\xc8\xa1\xbc\xfe\r', 'notDecodable'],
    ['a code that does not end', 'TB1123', 'incomplete'],
    ['a code longer than any', `${'A'.repeat(LONGEST_CODE_BYTES + 1)}\r`, 'tooLong'],
    ['a code of 1 MB', `${'A'.repeat(1_000_000)}\r`, 'tooLong'],
    ['a code and the beginning of something', 'TB1123\rxx', 'incomplete'],
  ])('%s', async (_what, bytes, reason) => {
    const { port, story, simulator } = await start();
    port.send(raw(bytes));
    await clock.advance(QUIET_MS);
    expect(story()).toEqual([`!${reason}`]);
    simulator.scan(raw(CODE));
    await clock.advance(QUIET_MS);
    expect(story()).toEqual([`!${reason}`, CODE]);
  });

  test('a code without the prefix that the scanner is set to put before every one', async () => {
    const { port, story } = await start({ prefix: '02', suffix: '03', terminator: 'none' });
    port.send(raw('A1\x03'));
    await clock.advance(QUIET_MS);
    port.send(raw('\x02A1\x03'));
    await clock.advance(QUIET_MS);
    expect(story()).toEqual(['!notFramed', 'A1']);
  });

  test('nothing of what was read stands in the log', async () => {
    const { port, logged } = await start();
    port.send(raw('SECRET\rSECRET\x07\r'));
    port.send(raw('SECRET'));
    await clock.advance(QUIET_MS);
    expect(logged.length).toBeGreaterThan(1);
    expect(JSON.stringify(logged)).not.toContain('SECRET');
  });
});

describe('a scanner that is told to look and answers nothing', () => {
  test.each(['honeywell', 'newland-short'] as const)('%s', async (trigger) => {
    clock = new ManualClock();
    rig = startLineRig(clock, { trigger });
    await clock.advance(1);
    const { scanner, simulator, story, health } = rig;
    expect(health()?.details).toEqual({ scanner: 'off' });
    expect(simulator.scan(raw(CODE))).toBe(false);
    expect(await scanner.calls.trigger(true)).toMatchObject({ ok: true });
    expect(health()?.details).toEqual({ scanner: 'on' });
    expect(simulator.scan(raw(CODE))).toBe(true);
    await clock.advance(QUIET_MS);
    expect(story()).toEqual([CODE]);
    // The engine went dark with the code; a next one is still wanted.
    expect(simulator.lit()).toBe(true);
    expect(await scanner.calls.trigger(false)).toMatchObject({ ok: true });
    await clock.advance(10_000);
    expect(simulator.lit()).toBe(false);
  });
});

describe('the cable', () => {
  test('pulled in the middle of a code: nothing of it is told, and the next one after plugging in is', async () => {
    const { port, simulator, story, health, scanner } = await start();
    port.send(raw('TB1123456'));
    await port.unplug();
    await clock.advance(2_000);
    expect(health()).toMatchObject({ state: 'offline', reasons: ['portMissing'], details: { scanner: 'unknown' } });
    expect(await scanner.calls.trigger(true)).toEqual({ ok: false, error: 'scanner.offline' });
    await port.plug();
    await clock.advance(3_000);
    expect(health()).toMatchObject({ state: 'online' });
    simulator.scan(raw(CODE));
    await clock.advance(QUIET_MS);
    expect(story()).toEqual([CODE]);
  });

  test('a light that was wanted is lit again, one that was put out meanwhile is not', async () => {
    clock = new ManualClock();
    rig = startLineRig(clock, { trigger: 'honeywell' });
    const { port, simulator, scanner } = rig;
    await clock.advance(1);
    await scanner.calls.trigger(true);
    await port.unplug();
    simulator.setSilent(true);
    simulator.setSilent(false);
    await port.plug();
    await clock.advance(3_000);
    expect(simulator.lit()).toBe(true);
    await port.unplug();
    await clock.advance(100);
    await scanner.calls.trigger(false);
    await port.plug();
    await clock.advance(3_000);
    expect(simulator.lit()).toBe(false);
  });
});
