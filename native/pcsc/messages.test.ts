import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  encodeConnect,
  encodeDisconnect,
  encodeEstablishContext,
  encodeReadersState,
  encodeReleaseContext,
  encodeStopWaiting,
  encodeTransmit,
  encodeVersion,
  encodeWait,
  REPLY_BYTES,
} from './messages.ts';
import { decodeReaderStates, sameStates } from './reader-states.ts';
import { createReplyReader } from './reply-reader.ts';
import { pcscCode } from './return-codes.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** As exchanged with pcscd 1.9.9. */
describe('messages', () => {
  test.each([
    ['version', encodeVersion(4), '0c000000 11000000 04000000 04000000 00000000'],
    ['context', encodeEstablishContext(), '0c000000 01000000 02000000 00000000 00000000'],
    ['release', encodeReleaseContext(0x76e27bf2), '08000000 02000000 f27be276 00000000'],
    ['readers', encodeReadersState(), '00000000 12000000'],
    ['wait', encodeWait(), '00000000 13000000'],
    ['stop waiting', encodeStopWaiting(), '00000000 14000000'],
    ['disconnect', encodeDisconnect(0x7febe76d, 'unpower'), '0c000000 06000000 6de7eb7f 02000000 00000000'],
    [
      'transmit',
      encodeTransmit(0x7febe76d, Uint8Array.of(0, 0xb2, 8, 0, 0x14)),
      '20000000 09000000 6de7eb7f 01000000 10000000 05000000 01000000 10000000 02010000 00000000 00b2080014',
    ],
  ])('%s', (_name, message, expected) => {
    expect(hex(message)).toBe(expected.replaceAll(' ', ''));
  });

  test('a reader name has its 128 bytes, also one that is too long', () => {
    const request = encodeConnect(7, Buffer.from('x'.repeat(300)));
    expect(request.length).toBe(8 + REPLY_BYTES.connect);
    expect(Buffer.from(request).readUInt32LE(0)).toBe(REPLY_BYTES.connect);
    expect(request[12 + 127]).toBe(0);
  });

  test('answers have names, unknown ones too', () => {
    expect([0x80100069, 0x80100069 | 0, 0x80100067, 5].map(pcscCode)).toEqual([
      'cardRemoved',
      'cardRemoved',
      'cardUnpowered',
      'other',
    ]);
  });
});

describe('readers', () => {
  const place = (name: string, counter: number, bits: number): Buffer => {
    const bytes = Buffer.alloc(184);
    bytes.write(name);
    bytes.writeUInt32LE(counter, 128);
    bytes.writeUInt32LE(bits, 132);
    return bytes;
  };

  test.each([
    [0x02, 'absent'],
    [0x34, 'present'],
    [0x04, 'present'],
    [0x0c, 'mute'],
    [0x01, 'unknown'],
    [0x00, 'absent'],
  ])('state bits %i mean %s', (bits, card) => {
    const [state] = decodeReaderStates(Buffer.concat([place('Reader 00 00', 3, bits), Buffer.alloc(184 * 15)]));
    expect(state).toMatchObject({ name: 'Reader 00 00', eventCounter: 3, card });
  });

  test('any bytes are readers or none; power that comes and goes is no change', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => decodeReaderStates(bytes).length <= 16));
    const powered = decodeReaderStates(place('A', 1, 0x34));
    expect(sameStates(powered, decodeReaderStates(place('A', 1, 0x04)))).toBe(true);
    expect(sameStates(powered, decodeReaderStates(place('A', 2, 0x34)))).toBe(false);
    expect(sameStates(powered, [])).toBe(false);
  });
});

describe('replies', () => {
  test('are the same in any chunking', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 }), async (chunks) => {
        const all = Buffer.concat(chunks);
        const reader = createReplyReader(2_944, () => undefined);
        const first = reader.read(all.length >> 1);
        for (const chunk of chunks) reader.push(chunk);
        const [one, two] = [await first, await reader.read(all.length - (all.length >> 1))];
        return Buffer.concat([one, two]).equals(all) && reader.held() === 0;
      }),
    );
  });

  test('more than can have been asked for is not kept', () => {
    const overflows: number[] = [];
    const reader = createReplyReader(100, (bytes) => overflows.push(bytes));
    for (let sent = 0; sent < 1_000; sent += 1) reader.push(new Uint8Array(50));
    expect(overflows).toEqual([150]);
    expect(reader.held()).toBe(0);
  });
});
