import { describe, expect, it } from 'vitest';
import { createCu12Decoder } from './frames.ts';
import { cu12Protocol } from './protocol.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const decode = (text: string) => {
  const decoder = createCu12Decoder();
  return [...decoder.push(hex(text)), ...decoder.flush()];
};
const first = (text: string) => {
  const [event] = decode(text);
  if (event?.type !== 'frame') throw new Error(`no frame in ${text}`);
  return event.frame;
};

describe('published frames', () => {
  it('unlock of lock 2, and its answer', () => {
    const unlock = cu12Protocol.unlock(0, 2);
    expect(unlock.frame).toEqual(hex('02 00 02 81 00 00 03 88'));
    const reply = first('02 00 02 81 10 00 03 98');
    expect(reply).toEqual({ kind: 'unlock', address: 0, channel: 2, accepted: true });
    expect(unlock.answers(reply)).toBe(true);
    expect(cu12Protocol.unlock(0, 3).answers(reply)).toBe(false);
  });

  it('status, with the sum before the data that it covers', () => {
    expect(cu12Protocol.query(0, 12).frame).toEqual(hex('02 00 00 80 00 00 03 85'));
    const reply = first('02 00 00 80 10 02 03 99 02 00');
    const lines = new Array<number>(12).fill(0).with(1, 1);
    expect(reply).toEqual({ kind: 'lines', address: 0, lines });
    expect(cu12Protocol.query(0, 12).answers(reply)).toBe(true);
  });

  it('the version answers the proof and no other question', () => {
    const status = cu12Protocol.query(0, 12);
    const proof = cu12Protocol.proof?.(status, 0);
    const version = first('02 00 00 8F 10 02 03 C8 10 12');
    expect(proof?.answers(version)).toBe(true);
    expect(status.answers(version)).toBe(false);
    expect(proof?.answers(first('02 00 00 80 10 02 03 99 02 00'))).toBe(false);
  });

  it('a board that failed to unlock says so', () => {
    expect(first('02 00 02 81 11 00 03 99')).toMatchObject({ kind: 'unlock', accepted: false });
  });
});

describe('broken frames', () => {
  it.each([
    ['one data bit turned', '02 00 00 80 10 02 03 99 03 00', 10, ['checksum'], 0],
    ['the sum behind the data, as one text has it', '02 00 00 80 10 02 03 02 00 99', 10, ['checksum'], 0],
    ['more data than any board sends', '02 00 00 80 10 09 03 99', 8, ['length'], 0],
    ['the end mark missing', '02 00 00 80 10 02 04 9A 02 00', 10, ['length'], 0],
    ['data missing', '02 00 00 80 10 02 03 99 02', 9, [], 0],
    ['the request heard back, then the reply', '02 00 00 80 00 00 03 85 02 00 00 80 10 02 03 99 02 00', 8, [], 1],
    ['an old status reply of CU16', '02 00 35 FF FF 00 00 03 38', 9, [], 0],
  ])('%s', (_, bytes, discarded, refused, frames) => {
    const events = decode(bytes);
    expect(events.reduce((sum, event) => sum + (event.type === 'discarded' ? event.bytes : 0), 0)).toBe(discarded);
    expect(events.flatMap((event) => (event.type === 'refused' ? [event.reason] : []))).toEqual(refused);
    expect(events.filter((event) => event.type === 'frame')).toHaveLength(frames);
  });
});
