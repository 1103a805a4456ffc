import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogFields } from '../../contract/log-events.ts';
import { ManualClock } from '../manual-clock.ts';
import { createMemoryWire, type MemoryWire } from '../transport/memory-wire.ts';
import { GAP_LIMIT_MS, GAP_MS, QUIET_LIMIT_MS, QUIET_MS, REPLY_LIMIT_MS } from './limits.ts';
import { createModbusMaster, type ModbusMaster } from './master.ts';
import { COIL_ON, readInputs, writeCoil } from './requests.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const READ_INPUTS = '01 02 00 00 00 08 79 CC';
const READ_COILS = '01 01 00 00 00 08 3D CC';
const INPUTS_05 = '01 02 01 05 61 8B';
const INPUTS_00 = '01 02 01 00 A1 88';
const COILS_00 = '01 01 01 00 51 88';
const NONE = new Array<boolean>(8).fill(false);
const FIRST_AND_THIRD = NONE.map((_, index) => index === 0 || index === 2);
const COILS_REFUSED = '01 81 01 81 90';

let clock: ManualClock;
let line: MemoryWire;
let master: ModbusMaster;
let asked: string[];
let logged: LogFields[];

beforeEach(async () => {
  clock = new ManualClock();
  line = createMemoryWire();
  asked = [];
  logged = [];
  line.port.onReceive((bytes) =>
    asked.push(
      Buffer.from(bytes)
        .toString('hex')
        .toUpperCase()
        .replaceAll(/(..)(?!$)/g, '$1 '),
    ),
  );
  const opened = await line.opener.open();
  if (!opened.ok) throw new Error(opened.error);
  master = createModbusMaster({
    wire: opened.value,
    clock,
    log: (_, fields = {}) => logged.push(fields),
    device: 'auxiliaries',
    address: 1,
  });
});
afterEach(() => master.close());

const answer = (text: string): void => line.port.send(hex(text));
const inputs = () => master.ask(readInputs(1, 0, 8));
const inStep = async (): Promise<void> => {
  const done = master.resync();
  await clock.advance(QUIET_MS);
  expect(await done).toEqual({ ok: true, value: undefined });
};

describe('a master of one slave', () => {
  it('says nothing on a new wire before it was quiet: a reply to whoever asked before is passed over', async () => {
    const asking = inputs();
    await clock.advance(QUIET_MS - 1);
    answer(INPUTS_05);
    await clock.advance(QUIET_MS - 1);
    expect(asked).toEqual([]);
    await clock.advance(1);
    expect(asked).toEqual([READ_INPUTS]);
    answer(INPUTS_00);
    expect(await asking).toEqual({ ok: true, value: NONE });
    expect(logged).toEqual([{ device: 'auxiliaries', reason: 'stale' }]);
  });

  it('a reply that comes late is never the answer to the next question', async () => {
    await inStep();
    const first = inputs();
    await clock.advance(REPLY_LIMIT_MS);
    expect(await first).toEqual({ ok: false, error: 'noReply' });
    const second = inputs();
    await clock.advance(100);
    expect(asked).toEqual([READ_INPUTS, READ_COILS]);
    answer(INPUTS_05);
    answer(COILS_00);
    await clock.advance(100);
    expect(asked.at(-1)).toBe(READ_INPUTS);
    answer(INPUTS_00);
    expect(await second).toEqual({ ok: true, value: NONE });
  });

  it('a board without coils proves itself by refusing them', async () => {
    await inStep();
    const first = inputs();
    await clock.advance(REPLY_LIMIT_MS);
    await first;
    const second = master.resync();
    await clock.advance(100);
    answer(COILS_REFUSED);
    expect(await second).toEqual({ ok: true, value: undefined });
  });

  it('when every proof went unanswered only quiet brings it back in step', async () => {
    await inStep();
    const failures = [];
    for (let round = 0; round < 2; round += 1) {
      const asking = inputs();
      await clock.advance(GAP_MS + REPLY_LIMIT_MS);
      failures.push(await asking);
    }
    expect(failures).toEqual(new Array(2).fill({ ok: false, error: 'noReply' }));
    expect(asked).toEqual([READ_INPUTS, READ_COILS]);
    const asking = inputs();
    answer(INPUTS_05);
    await clock.advance(QUIET_MS - 1);
    answer(COILS_00);
    expect(asked).toHaveLength(2);
    await clock.advance(QUIET_MS);
    expect(asked).toHaveLength(3);
    answer(INPUTS_00);
    expect(await asking).toEqual({ ok: true, value: NONE });
  });

  it('a write refused by the board fails with the board’s word, and the line stays in step', async () => {
    await inStep();
    const writing = master.ask(writeCoil(1, 200, COIL_ON));
    await clock.advance(50);
    answer('01 85 02 C3 51');
    expect(await writing).toEqual({ ok: false, error: 'illegalDataAddress' });
    const asking = inputs();
    await clock.advance(50);
    answer(INPUTS_05);
    expect(await asking).toEqual({ ok: true, value: FIRST_AND_THIRD });
  });

  it('a reply behind noise that begins like a longer frame is found at the deadline', async () => {
    await inStep();
    const asking = inputs();
    await clock.advance(50);
    answer('01 02 7F');
    answer(INPUTS_05);
    await clock.advance(REPLY_LIMIT_MS);
    expect(await asking).toEqual({ ok: true, value: FIRST_AND_THIRD });
  });

  it('on a line that is never silent nothing is sent, and the answer comes all the same', async () => {
    await inStep();
    const asking = inputs();
    for (let ms = 0; ms < GAP_LIMIT_MS; ms += 10) {
      answer('55');
      await clock.advance(10);
    }
    expect(await asking).toEqual({ ok: false, error: 'noReply' });
    expect(asked).toEqual([]);
  });

  it('on a new line that is never quiet the answer comes within its limit', async () => {
    const asking = inputs();
    for (let ms = 0; ms < QUIET_LIMIT_MS; ms += 10) {
      answer('55');
      await clock.advance(10);
    }
    expect(await asking).toEqual({ ok: false, error: 'noReply' });
  });

  it('the cable pulled while waiting, and before asking', async () => {
    await inStep();
    const asking = inputs();
    await clock.advance(50);
    await line.port.unplug();
    expect(await asking).toEqual({ ok: false, error: 'portGone' });
    expect(await inputs()).toEqual({ ok: false, error: 'portGone' });
  });
});
