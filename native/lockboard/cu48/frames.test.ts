import { describe, expect, it } from 'vitest';
import { createCu48Decoder } from './frames.ts';
import { cu48Protocol } from './protocol.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const decode = (text: string) => {
  const decoder = createCu48Decoder();
  return [...decoder.push(hex(text)), ...decoder.flush()];
};

describe('published frames', () => {
  it.each([
    ['query all', cu48Protocol.query(0, 48).frame, '02 00 00 50 03 55'],
    ['open lock 5', cu48Protocol.unlock(0, 5).frame, '02 00 05 51 03 5B'],
  ])('%s', (_, frame, published) => {
    expect(frame).toEqual(hex(published));
  });

  it('all 48 closed', () => {
    const frame = { kind: 'lines', address: 0, lines: new Array<number>(48).fill(1) };
    expect(decode('02 00 00 65 FF FF FF FF FF FF 03 64')).toEqual([{ type: 'frame', frame }]);
  });

  it('data that look like the marks', () => {
    const [event] = decode('02 00 00 65 02 03 02 03 02 03 03 79');
    expect(event).toMatchObject({ type: 'frame', frame: { lines: expect.arrayContaining([0, 1]) } });
  });
});

describe('broken frames', () => {
  it.each([
    ['one bit turned', '02 00 00 65 FF FF FF FF FF FE 03 64', 12, ['checksum'], 0],
    ['the end mark missing', '02 00 00 65 FF FF FF FF FF FF 04 65', 12, ['length'], 0],
    ['the end missing', '02 00 00 65 FF FF', 6, [], 0],
    ['the request heard back', '02 00 00 50 03 55 02 00 00 65 FF FF FF FF FF FF 03 64', 6, [], 1],
  ])('%s', (_, bytes, discarded, refused, frames) => {
    const events = decode(bytes);
    expect(events.reduce((sum, event) => sum + (event.type === 'discarded' ? event.bytes : 0), 0)).toBe(discarded);
    expect(events.flatMap((event) => (event.type === 'refused' ? [event.reason] : []))).toEqual(refused);
    expect(events.filter((event) => event.type === 'frame')).toHaveLength(frames);
  });
});
