import { describe, expect, it } from 'vitest';
import { COMMANDS, createCu16Decoder, encodeRequest } from './frames.ts';
import { cu16Protocol } from './protocol.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const decode = (text: string) => {
  const decoder = createCu16Decoder();
  return [...decoder.push(hex(text)), ...decoder.flush()];
};
const ALL = <T>(value: T): T[] => new Array<T>(16).fill(value);

describe('requests of the published description', () => {
  it.each([
    ['status of board 0', encodeRequest(0, COMMANDS.status), '02 00 30 03 35'],
    ['unlock lock 0', encodeRequest(0, COMMANDS.unlock, 0), '02 00 31 03 36'],
    ['unlock lock 1', encodeRequest(0, COMMANDS.unlock, 1), '02 01 31 03 37'],
    ['unlock lock 0 of board 1', encodeRequest(1, COMMANDS.unlock, 0), '02 10 31 03 46'],
    ['status of all boards', encodeRequest(0, COMMANDS.statusOfAll), '02 00 32 03 37'],
    ['unlock all of a board', encodeRequest(0, COMMANDS.unlockAll), '02 00 33 03 38'],
    ['as the bus sends: query', cu16Protocol.query(0, 16).frame, '02 00 30 03 35'],
    ['as the bus sends: unlock', cu16Protocol.unlock(1, 0).frame, '02 10 31 03 46'],
  ])('%s', (_, frame, published) => {
    expect(frame).toEqual(hex(published));
  });
});

describe('status replies', () => {
  it('all closed, nothing inside', () => {
    const frame = { kind: 'lines', address: 0, lines: ALL(1), items: ALL(0) };
    expect(decode('02 00 35 FF FF 00 00 03 38')).toEqual([{ type: 'frame', frame }]);
  });

  it('data that look like the marks: locks 2 and 9 closed, items in 1 and 2', () => {
    const frame = {
      kind: 'lines',
      address: 2,
      lines: ALL(0).map((line, lock) => (lock === 1 || lock === 8 ? 1 : line)),
      items: ALL(0).map((line, lock) => (lock < 2 ? 1 : line)),
    };
    expect(decode('02 20 35 02 01 03 00 03 60')).toEqual([{ type: 'frame', frame }]);
  });

  it('the answer of another board is no answer', () => {
    const [event] = decode('02 20 35 02 01 03 00 03 60');
    if (event?.type !== 'frame') throw new Error('no frame');
    expect(cu16Protocol.query(2, 16).answers(event.frame)).toBe(true);
    expect(cu16Protocol.query(0, 16).answers(event.frame)).toBe(false);
    expect(cu16Protocol.unlock(2, 0).answers(event.frame)).toBe(false);
  });
});

describe('broken frames', () => {
  it.each([
    ['one bit turned', '02 00 35 FF FE 00 00 03 38', 9, ['checksum'], 0],
    ['the end mark missing', '02 00 35 FF FF 00 00 04 39', 9, ['length'], 0],
    ['a byte missing', '02 00 35 FF 00 00 03 37', 8, [], 0],
    ['the request heard back, then the reply', '02 00 30 03 35 02 00 35 FF FF 00 00 03 38', 5, [], 1],
    ['noise before', '03 35 02 02 00 35 FF FF 00 00 03 38', 3, [], 1],
    ['half a reply, then a whole one', '02 00 35 FF 02 00 35 FF FF 00 00 03 38', 4, ['length'], 1],
    ['the reply of another family', '8A 01 01 11 9B', 5, [], 0],
  ])('%s', (_, bytes, discarded, refused, frames) => {
    const events = decode(bytes);
    expect(events.reduce((sum, event) => sum + (event.type === 'discarded' ? event.bytes : 0), 0)).toBe(discarded);
    expect(events.flatMap((event) => (event.type === 'refused' ? [event.reason] : []))).toEqual(refused);
    expect(events.filter((event) => event.type === 'frame')).toHaveLength(frames);
  });
});
