import { describe, expect, it } from 'vitest';
import { hex, shown } from '../test-bytes.ts';
import { createWklyDecoder } from './decoder.ts';
import { checkByte, encodeFrame } from './frames.ts';
import { wklyProtocol } from './protocol.ts';

const HEAD = '57 4B 4C 59';
const decode = (bytes: Uint8Array) => {
  const decoder = createWklyDecoder();
  return [...decoder.push(bytes), ...decoder.flush()];
};
const frames = (bytes: Uint8Array) => decode(bytes).flatMap((event) => (event.type === 'frame' ? [event.frame] : []));

describe('frames of WKLY boards', () => {
  it.each([
    ['open channel 1', wklyProtocol.unlock(0, 0).frame, '09 00 82 01 83'],
    ['query all', wklyProtocol.query(0, 24).frame, '08 00 84 85'],
    ['query channel 1, as proof', wklyProtocol.proof?.(wklyProtocol.query(0, 24), 0)?.frame, '09 00 83 01 82'],
  ])('%s', (_, frame, expected) => {
    expect(shown(frame ?? new Uint8Array())).toBe(`${HEAD} ${expected}`);
  });

  it.each([
    ['open several together', 0x80, [3, 1, 2, 3], '0C 00 80 03 01 02 03 86'],
    ['flash a light', 0x81, [1], '09 00 81 01 80'],
    ['open all', 0x86, [], '08 00 86 87'],
    ['open several in turn', 0x87, [3, 1, 2, 3], '0C 00 87 03 01 02 03 81'],
    ['hold on', 0x88, [1], '09 00 88 01 89'],
    ['hold off', 0x89, [1], '09 00 89 01 88'],
    ['reply to open several', 0x80, [0], '09 00 80 00 80'],
    ['reply to flash', 0x81, [0, 1], '0A 00 81 00 01 83'],
    ['reply to open all', 0x86, [0], '09 00 86 00 86'],
  ])('%s has the same frame, and nobody here sends or takes it', (_, command, data, expected) => {
    const frame = encodeFrame(0, command, ...data);
    expect(shown(frame)).toBe(`${HEAD} ${expected}`);
    expect(frames(frame)).toEqual([]);
  });

  it.each([
    ['open', '0B 00 82 00 01 00 81', { kind: 'unlock', address: 0, channel: 0, accepted: true }],
    ['query one', '0B 00 83 00 01 00 80', { kind: 'line', address: 0, channel: 0, line: 0 }],
    ['report', '0A 00 85 01 01 86', { kind: 'report', address: 0, channel: 0, line: 1 }],
    [
      'query all',
      `22 00 84 00 18 ${'01 '.repeat(24)}B7`,
      { kind: 'lines', address: 0, lines: new Array<number>(24).fill(1) },
    ],
  ])('reply to %s', (_, bytes, reply) => {
    expect(frames(hex(`${HEAD} ${bytes}`))).toEqual([reply]);
  });

  it('FF is a lock of which the board knows nothing, and a board that failed to look knows nothing of any', () => {
    expect(frames(encodeFrame(0, 0x84, 0, 3, 0, 0xff, 1))).toMatchObject([{ lines: [0, undefined, 1] }]);
    expect(frames(encodeFrame(0, 0x84, 0xff, 0))).toMatchObject([{ lines: [] }]);
    expect(frames(encodeFrame(0, 0x83, 0xff, 1, 1))).toMatchObject([{ line: undefined }]);
    expect(frames(encodeFrame(0, 0x82, 0xff, 1, 1))).toMatchObject([{ accepted: false }]);
  });

  it('old firmware begins with 53, and may have counted that or 57', () => {
    const body = hex('53 4B 4C 59 0A 00 85 01 01');
    expect(frames(Uint8Array.of(...body, checkByte(body)))).toMatchObject([{ kind: 'report' }]);
    expect(frames(Uint8Array.of(...body, 0x86))).toMatchObject([{ kind: 'report' }]);
    expect(frames(Uint8Array.of(...body, 0x87))).toEqual([]);
  });

  it.each([
    ['a wrong check', `${HEAD} 0A 00 85 01 01 87`, ['refused checksum']],
    ['a length shorter than any frame', `${HEAD} 07 00 85`, ['refused length']],
    ['a length longer than any frame', `${HEAD} FF 00 85 01 01 86`, ['refused length']],
    ['a length that lies, before a good frame', `${HEAD} 22 00 84 00 ${HEAD} 0A 00 85 01 01 86`, ['frame']],
    ['a count that is not the number of locks', shown(encodeFrame(0, 0x84, 0, 3, 1, 1)), ['refused length']],
    ['channel 0', shown(encodeFrame(0, 0x85, 0, 1)), ['refused field']],
    ['W where K should be', `57 57 4B 4C 59 0A 00 85 01 01 86`, ['frame']],
    ['a head that breaks off before a frame', `57 4B ${HEAD} 0A 00 85 01 01 86`, ['frame']],
    ['a frame that breaks off', `${HEAD} 0A 00`, []],
  ])('%s', (_, bytes, expected) => {
    const events = decode(hex(bytes)).filter(({ type }) => type !== 'discarded');
    expect(events.map((event) => (event.type === 'refused' ? `refused ${event.reason}` : event.type))).toEqual(
      expected,
    );
  });

  it('a proof that was not answered is followed by one about another channel, so that the first is no answer to it', () => {
    const first = wklyProtocol.proof?.(wklyProtocol.query(3, 8), 3);
    const second = first && wklyProtocol.proof?.(first, 3);
    expect(second && shown(second.frame)).toBe(`${HEAD} 09 03 83 02 82`);
    expect(first?.answers({ kind: 'line', address: 3, channel: 0, line: 1 })).toBe(true);
    expect(second?.answers({ kind: 'line', address: 3, channel: 0, line: 1 })).toBe(false);
    expect(first?.answers({ kind: 'lines', address: 3, lines: [] })).toBe(false);
  });
});
