import { describe, expect, it } from 'vitest';
import type { LogFields } from '../../contract/log-events.ts';
import { ManualClock } from '../manual-clock.ts';
import { createMemoryWire } from '../transport/memory-wire.ts';
import type { BoardProtocol, BoardReply } from './board-protocol.ts';
import { createLockerBus } from './bus.ts';
import { QUIET_MS } from './bus-line.ts';
import { cu12Protocol } from './cu12/protocol.ts';
import { KR8A_REPLY_LIMIT_MS, kr8aProtocol } from './kr-8a/protocol.ts';
import { createLockPulses } from './lock-pulses.ts';
import { hex, shown } from './test-bytes.ts';
import { WKLY_QUERY_ALL_LIMIT_MS, wklyProtocol } from './wkly/protocol.ts';

const KR8A = kr8aProtocol({ boards: [{ address: 1, cells: 8, channels: 8 }] });
const SOON_MS = 5000;

async function startBus(protocol: BoardProtocol) {
  const clock = new ManualClock();
  const { port, opener } = createMemoryWire();
  const opened = await opener.open();
  if (!opened.ok) throw new Error(opened.error);
  const asked: { readonly frame: string; readonly atMs: number }[] = [];
  port.onReceive((bytes) => asked.push({ frame: shown(bytes), atMs: clock.now() }));
  const logged: LogFields[] = [];
  const reports: BoardReply[] = [];
  const bus = createLockerBus({
    wire: opened.value,
    protocol,
    clock,
    log: (_, fields = {}) => logged.push(fields),
    pulses: createLockPulses(clock, () => false),
    onReport: (report) => reports.push(report),
    onClosed: () => undefined,
  });
  await clock.advance(QUIET_MS);
  const stale = (): number => logged.filter(({ reason }) => reason === 'stale').length;
  return { bus, port, clock, asked, reports, stale, send: (text: string) => port.send(hex(text)) };
}

describe('a bus of lock boards', () => {
  it('two questions at once go one after the other, with the gap between', async () => {
    const { bus, asked, clock, send } = await startBus(KR8A);
    const first = bus.query(1, 8);
    const second = bus.query(1, 8);
    await clock.advance(20);
    expect(asked).toHaveLength(1);
    send('80 01 01 33 B3');
    await clock.advance(49);
    expect(asked).toHaveLength(1);
    await clock.advance(1);
    expect(asked.map(({ atMs }) => atMs - QUIET_MS)).toEqual([0, 70]);
    send('80 01 02 33 B0');
    expect(await first).toMatchObject({ value: { lines: [1, 0, 0, 0, 0, 0, 0, 0] } });
    expect(await second).toMatchObject({ value: { lines: [0, 1, 0, 0, 0, 0, 0, 0] } });
  });

  it('a request whose deadline passed while it waited is never written', async () => {
    const { bus, asked, clock, send } = await startBus(KR8A);
    const inTheWay = bus.query(1, 8);
    const late = bus.unlock(1, 0, clock.now() + 60);
    const alsoLate = bus.query(1, 8, clock.now() + 60);
    await clock.advance(100);
    send('80 01 01 33 B3');
    await clock.advance(SOON_MS);
    expect(await inTheWay).toMatchObject({ ok: true });
    expect(await late).toEqual({ ok: false, error: 'expired' });
    expect(await alsoLate).toEqual({ ok: false, error: 'expired' });
    expect(asked).toHaveLength(1);
  });

  it('a deadline that is no number is one that has passed', async () => {
    const { bus, asked, clock } = await startBus(KR8A);
    const unlocked = bus.unlock(1, 0, Number.NaN);
    await clock.advance(SOON_MS);
    expect(await unlocked).toEqual({ ok: false, error: 'expired' });
    expect(asked).toEqual([]);
  });

  it('two locks are never under current at once, though the first was answered long before its end', async () => {
    const { bus, asked, clock, send } = await startBus(KR8A);
    const both = [bus.unlock(1, 0, clock.now() + SOON_MS), bus.unlock(1, 1, clock.now() + SOON_MS)];
    await clock.advance(0);
    send('8A 01 01 11 9B');
    await clock.advance(KR8A.pulseMs);
    expect(asked).toHaveLength(1);
    // Doors can be asked for meanwhile.
    const query = bus.query(1, 8);
    await clock.advance(10);
    send('80 01 00 33 B2');
    expect(await query).toMatchObject({ ok: true });
    await clock.advance(SOON_MS);
    expect(asked.map(({ frame }) => frame)).toEqual(['8A 01 01 11 9B', '80 01 00 33 B2', '8A 01 02 11 98']);
    expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('8A: after a missing reply the line is quiet, and the late one is stale, not the answer to the next question', async () => {
    const { bus, asked, clock, send, stale } = await startBus(KR8A);
    const first = bus.query(1, 8);
    const second = bus.query(1, 8);
    await clock.advance(KR8A_REPLY_LIMIT_MS + QUIET_MS - 1);
    expect(await first).toEqual({ ok: false, error: 'noReply' });
    expect(asked).toHaveLength(1);
    send('80 01 01 33 B3');
    await clock.advance(SOON_MS / 50);
    expect(stale()).toBe(1);
    expect(asked).toHaveLength(2);
    send('80 01 02 33 B0');
    expect(await second).toMatchObject({ value: { lines: [0, 1, 0, 0, 0, 0, 0, 0] } });
  });

  it('WKLY: after a missing reply a proof comes first, and a reply that is late by one is taken for nothing', async () => {
    const { bus, asked, clock, send, stale } = await startBus(wklyProtocol);
    const first = bus.query(0, 2);
    const second = bus.query(0, 2);
    await clock.advance(WKLY_QUERY_ALL_LIMIT_MS);
    expect(await first).toEqual({ ok: false, error: 'noReply' });
    await clock.advance(50);
    expect(asked.at(-1)?.frame).toBe('57 4B 4C 59 09 00 83 01 82');
    // The board answers in order: first the old question, …
    send('57 4B 4C 59 0C 00 84 00 02 01 01 83');
    await clock.advance(10);
    expect(stale()).toBe(1);
    // … then the proof, and only then it is asked again.
    send('57 4B 4C 59 0B 00 83 00 01 00 80');
    await clock.advance(60);
    expect(asked.at(-1)?.frame).toBe('57 4B 4C 59 08 00 84 85');
    send('57 4B 4C 59 0C 00 84 00 02 00 01 82');
    expect(await second).toMatchObject({ value: { lines: [0, 1] } });
  });

  it('CU12: a board late by half a second, proofs too: a late proof is not the next one, nor an old door the present one', async () => {
    const { bus, port, clock, asked, stale } = await startBus(cu12Protocol);
    const LATE_MS = 450;
    let doors = 0;
    port.onReceive(([, , , command = 0]) => {
      asked.push({ frame: command.toString(16), atMs: clock.now() });
      const version = [0x02, 0, 0, 0x8f, 0x10, 2, 0x03, 0xc8, 0x10, 0x12];
      const status = [0x02, 0, 0, 0x80, 0x10, 2, 0x03, 0x97 + doors, doors, 0];
      clock.after(LATE_MS, () => port.send(Uint8Array.from(command === 0x8f ? version : status)));
    });
    for (doors = 0; doors < 20; doors += 1) {
      const query = bus.query(0, 12);
      await clock.advance(SOON_MS / 5);
      expect(await query).toEqual({ ok: false, error: 'noReply' });
    }
    expect(stale()).toBeGreaterThan(10);
    expect(asked.filter(({ frame }) => frame === '80')).toHaveLength(1);
  });

  it('a report that comes while an answer is awaited is a report, and the answer is still awaited', async () => {
    const { bus, clock, send, reports, stale } = await startBus(KR8A);
    const query = bus.query(1, 8);
    await clock.advance(0);
    send('81 01 03 11 92');
    send('80 01 01 33 B3');
    expect(await query).toMatchObject({ ok: true });
    send('82 01 03 00 80');
    expect(reports).toMatchObject([
      { channel: 2, line: 1 },
      { channel: 2, line: 0 },
    ]);
    expect(stale()).toBe(0);
  });

  it('a good answer behind the head of a frame that never ended is found at the deadline', async () => {
    const { bus, clock, send } = await startBus(wklyProtocol);
    const query = bus.query(0, 2);
    await clock.advance(0);
    send('57 4B 4C 59 40 57 4B 4C 59 0C 00 84 00 02 01 01 83');
    await clock.advance(WKLY_QUERY_ALL_LIMIT_MS);
    expect(await query).toMatchObject({ value: { lines: [1, 1] } });
  });

  it('the cable is pulled while an answer is awaited: nothing is written any more', async () => {
    const { bus, port, clock, asked } = await startBus(KR8A);
    const query = bus.query(1, 8);
    await clock.advance(0);
    await port.unplug();
    expect(await query).toEqual({ ok: false, error: 'portGone' });
    const unlock = bus.unlock(1, 0, clock.now() + SOON_MS);
    await clock.advance(SOON_MS);
    expect(await unlock).toEqual({ ok: false, error: 'portGone' });
    expect(asked).toHaveLength(1);
  });

  it('somebody on the line does not stop talking: the question is given up, unwritten', async () => {
    const { bus, clock, asked, send } = await startBus(KR8A);
    for (let soonMs = 0; soonMs < SOON_MS; soonMs += 20) clock.after(soonMs, () => send('00'));
    await clock.advance(1);
    const query = bus.query(1, 8);
    const unlock = bus.unlock(1, 0, clock.now() + SOON_MS);
    await clock.advance(SOON_MS - 100);
    expect(await query).toEqual({ ok: false, error: 'lineBusy' });
    expect(await unlock).toEqual({ ok: false, error: 'lineBusy' });
    expect(asked).toEqual([]);
  });

  it('a board of another size than configured: bytes came, and none of them a reply', async () => {
    const { bus, clock, send } = await startBus(kr8aProtocol({ boards: [{ address: 1, cells: 8 }] }));
    const query = bus.query(1, 8);
    await clock.advance(10);
    send('80 01 01 33 B3');
    await clock.advance(KR8A_REPLY_LIMIT_MS);
    expect(await query).toEqual({ ok: false, error: 'badReply' });
  });
});
