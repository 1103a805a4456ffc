import { describe, expect, it } from 'vitest';
import { hex, shown } from '../test-bytes.ts';
import { createKr8aDecoder } from './decoder.ts';
import { ALL_CHANNELS, checkByte, encodeOpen, encodeQuery } from './frames.ts';
import { kr8aProtocol } from './protocol.ts';

const CHANNELS = new Map([
  [1, 24],
  [2, 32],
  [3, 8],
  [4, 50],
]);
const decode = (bytes: Uint8Array) => {
  const decoder = createKr8aDecoder(CHANNELS);
  return [...decoder.push(bytes), ...decoder.flush()];
};
/** Channels of which the line is 1, from 1. */
const ones = (bytes: string): number[] => {
  const [event] = decode(hex(bytes));
  if (event?.type !== 'frame' || event.frame.kind !== 'lines') throw new Error(JSON.stringify(event));
  return event.frame.lines.flatMap((line, channel) => (line === 1 ? [channel + 1] : []));
};

describe('frames of 8A/80 boards', () => {
  it.each([
    ['open channel 1', encodeOpen(1, 1), '8A 01 01 11 9B'],
    ['open channel 1 for 3 s', encodeOpen(1, 1, 3), '8A 01 01 11 03 98'],
    ['query channel 1', encodeQuery(1, 1), '80 01 01 33 B3'],
    ['query all', encodeQuery(1, ALL_CHANNELS), '80 01 00 33 B2'],
  ])('%s', (_, frame, expected) => {
    expect(shown(frame)).toBe(expected);
  });

  it.each([
    ['open all of a board', '8A 01 00 11 9A'],
    ['open several', '90 01 02 02 02 93'],
    ['hold on', '9A 01 01 11 8B'],
    ['firmware query', '82 01 00 22 A1'],
  ])('%s is never sent: its check is the same, and it is no reply', (_, frame) => {
    expect(checkByte(hex(frame))).toBe(0);
    expect(decode(hex(frame)).filter(({ type }) => type === 'frame')).toEqual([]);
  });

  it.each(['8A 01 01 00 8A', '8A 01 01 11 9B'])('%s answers an unlock, whatever the kind of lock', (bytes) => {
    expect(decode(hex(bytes))).toEqual([
      { type: 'frame', frame: { kind: 'unlock', address: 1, channel: 0, accepted: true } },
    ]);
  });

  it.each([
    ['81', 0x11, 1],
    ['82', 0x00, 0],
  ] as const)('head %s is a report of a door', (head, state, line) => {
    const body = Uint8Array.of(Number.parseInt(head, 16), 1, 7, state);
    expect(decode(Uint8Array.of(...body, checkByte(body)))).toEqual([
      { type: 'frame', frame: { kind: 'report', address: 1, channel: 6, line } },
    ]);
  });

  it('24 channels: the last status byte is channels 1 to 8, the first 17 to 24', () => {
    expect(ones('80 01 00 00 01 33 B3')).toEqual([1]);
    expect(ones('80 01 80 01 80 33 B3')).toEqual([8, 9, 24]);
  });

  it('32 channels send four bytes, 50 send seven, 8 send one, the highest group first', () => {
    expect(ones('80 02 80 00 00 01 33 30')).toEqual([1, 32]);
    expect(ones('80 04 02 00 00 00 00 00 01 33 B4')).toEqual([1, 50]);
    expect(ones('80 03 11 33 A1')).toEqual([1, 5]);
  });

  it('status bytes that look like the end of a shorter reply do not end it', () => {
    // 80 01 81 33 33 is whole in itself, with a good check, for a board of eight channels.
    expect(ones('80 01 81 33 33 33 33')).toEqual([1, 2, 5, 6, 9, 10, 13, 14, 17, 24]);
  });

  it.each([
    ['a wrong check', '80 01 00 00 01 33 B2', ['refused checksum']],
    ['another end than 33', '80 01 00 00 01 34 B4', ['refused field']],
    ['a state that is neither 00 nor 11', '8A 01 01 22 A8', ['refused field']],
    ['a channel that the board does not have', '8A 03 09 00 80', ['refused field']],
    ['a board that is not of this locker', '8A 09 01 00 82', []],
    ['a reply that breaks off', '80 01 00 00', []],
    ['noise before a reply', 'FF 33 8A 01 01 00 8A', ['frame']],
    ['a reply that broke off before another', '80 01 00 8A 01 01 00 8A', ['refused checksum', 'frame']],
  ])('%s', (_, bytes, expected) => {
    const events = decode(hex(bytes)).filter(({ type }) => type !== 'discarded');
    expect(events.map((event) => (event.type === 'refused' ? `refused ${event.reason}` : event.type))).toEqual(
      expected,
    );
  });

  it('a board with 18 cells is taken for the model with 24 channels, where the configuration does not say', () => {
    const decoder = kr8aProtocol({ boards: [{ address: 1, cells: 18 }] }).decoder();
    expect(decoder.push(hex('80 01 00 00 01 33 B3'))).toMatchObject([{ type: 'frame' }]);
  });

  it('no answer of another board or channel answers a request', () => {
    const protocol = kr8aProtocol({ boards: [{ address: 1, cells: 24 }] });
    const query = protocol.query(1, 24);
    expect(query.answers({ kind: 'lines', address: 1, lines: [] })).toBe(true);
    expect(query.answers({ kind: 'lines', address: 2, lines: [] })).toBe(false);
    expect(protocol.unlock(1, 4).answers({ kind: 'unlock', address: 1, channel: 4, accepted: true })).toBe(true);
    expect(protocol.unlock(1, 4).answers({ kind: 'unlock', address: 1, channel: 5, accepted: true })).toBe(false);
  });
});
