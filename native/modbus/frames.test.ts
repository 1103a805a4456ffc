import { describe, expect, it } from 'vitest';
import { createReplyDecoder, type ModbusReply } from './replies.ts';
import {
  COIL_OFF,
  COIL_ON,
  COIL_TOGGLE,
  pulseCoil,
  readCoils,
  readInputs,
  readRegisters,
  writeCoil,
  writeCoils,
} from './requests.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const decode = (text: string, settings = {}) => {
  const decoder = createReplyDecoder(settings);
  return [...decoder.push(hex(text)), ...decoder.flush()];
};
const replies = (text: string, settings = {}): ModbusReply[] =>
  decode(text, settings).flatMap((event) => (event.type === 'frame' ? [event.frame] : []));

describe('requests of the published manuals', () => {
  const ALL_ON = new Array<boolean>(8).fill(true);
  it.each([
    ['relay 0 on', writeCoil(1, 0, COIL_ON), '01 05 00 00 FF 00 8C 3A'],
    ['relay 0 off', writeCoil(1, 0, COIL_OFF), '01 05 00 00 00 00 CD CA'],
    ['pulse of relay 0 for 700 ms', pulseCoil(1, 0, 7), '01 05 02 00 00 07 8D B0'],
    ['all on, by the address of all', writeCoil(1, 0xff, COIL_ON), '01 05 00 FF FF 00 BC 0A'],
    ['all on, as eight coils', writeCoils(1, 0, ALL_ON), '01 0F 00 00 00 08 01 FF BE D5'],
    ['read relays 0–7', readCoils(1, 0, 8), '01 01 00 00 00 08 3D CC'],
    ['read inputs 0–7', readInputs(1, 0, 8), '01 02 00 00 00 08 79 CC'],
    ['ask everybody for the address', readRegisters(0, 0x4000, 1), '00 03 40 00 00 01 90 1B'],
  ])('%s', (_, request, frame) => {
    expect(request.frame).toEqual(hex(frame));
  });

  it('toggle has a value of its own', () => {
    expect(writeCoil(1, 0, COIL_TOGGLE).frame.subarray(4, 6)).toEqual(hex('55 00'));
  });

  it('more than eight coils need a second byte, the first coil lowest', () => {
    const frame = writeCoils(1, 2, [true, false, false, false, false, false, false, false, true]).frame;
    expect(frame.subarray(2, -2)).toEqual(hex('00 02 00 09 02 01 01'));
  });
});

describe('replies', () => {
  it('bits of inputs, the lowest first', () => {
    const [reply] = replies('01 02 01 05 61 8B');
    expect(reply).toMatchObject({ kind: 'bits', address: 1, functionCode: 2 });
    expect(reply && readInputs(1, 0, 3).take(reply)).toEqual([true, false, true]);
  });

  it('the echo of a write is its answer, and no other write’s', () => {
    const [reply] = replies('01 05 00 00 FF 00 8C 3A');
    if (!reply) throw new Error('no reply');
    expect(writeCoil(1, 0, COIL_ON).take(reply)).toBe(true);
    expect(writeCoil(1, 0, COIL_OFF).take(reply)).toBeUndefined();
    expect(writeCoil(1, 1, COIL_ON).take(reply)).toBeUndefined();
    expect(writeCoil(2, 0, COIL_ON).take(reply)).toBeUndefined();
  });

  it('another number of bytes than was asked for is no answer', () => {
    const [reply] = replies('01 02 01 05 61 8B');
    expect(reply && readInputs(1, 0, 9).take(reply)).toBeUndefined();
    expect(reply && readCoils(1, 0, 8).take(reply)).toBeUndefined();
  });

  it('an exception names the function it refuses', () => {
    expect(replies('01 82 02 C1 61')).toEqual([{ kind: 'exception', address: 1, functionCode: 2, code: 2 }]);
  });
});

describe('broken frames', () => {
  it.each([
    ['one bit turned', '01 02 01 04 61 8B', 6, ['checksum'], []],
    ['the check in the wrong order', '01 02 01 05 8B 61', 6, ['checksum'], []],
    ['a count of nothing', '01 02 00 61 8B', 5, ['length'], []],
    ['a count beyond what is asked', '01 02 C8 05 61 8B', 6, ['length'], []],
    ['an odd number of register bytes', '01 03 03 00 02 02 00 00', 8, ['length'], []],
    ['a function nobody asked by', '01 07 00 23 F0', 5, [], []],
    ['the end missing', '01 02 01 05', 4, [], []],
    ['a slave that is not on this line', '05 02 05 05 61 8B', 6, [], []],
    ['noise before', 'FF 00 01 02 01 05 61 8B', 2, [], ['bits']],
    ['noise that begins like a longer frame', '01 02 04 01 02 01 05 61 8B', 3, ['checksum'], ['bits']],
    ['the request heard back', '01 02 00 00 00 08 79 CC 01 02 01 05 61 8B', 8, ['length'], ['bits']],
  ])('%s', (_, bytes, discarded, refused, frames) => {
    const events = decode(bytes, { addresses: [1], maxDataBytes: 16 });
    expect(events.reduce((sum, event) => sum + (event.type === 'discarded' ? event.bytes : 0), 0)).toBe(discarded);
    expect(events.flatMap((event) => (event.type === 'refused' ? [event.reason] : []))).toEqual(refused);
    expect(events.flatMap((event) => (event.type === 'frame' ? [event.frame.kind] : []))).toEqual(frames);
  });
});
