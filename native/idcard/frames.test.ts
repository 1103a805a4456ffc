import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SDT_COMMANDS } from './commands.ts';
import { createFrameParser, type FrameEvent } from './frame-parser.ts';
import {
  decodeReply,
  decodeRequest,
  encodeReply,
  encodeRequest,
  MIN_REPLY_LENGTH,
  MIN_REQUEST_LENGTH,
} from './frames.ts';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hex = (frame: Uint8Array): string =>
  Buffer.from(frame)
    .toString('hex')
    .replaceAll(/(..)(?!$)/g, '$1 ')
    .toUpperCase();

const REQUESTS = [
  ['samStatus', 'AA AA AA 96 69 00 03 11 FF ED'],
  ['samId', 'AA AA AA 96 69 00 03 12 FF EE'],
  ['findCard', 'AA AA AA 96 69 00 03 20 01 22'],
  ['selectCard', 'AA AA AA 96 69 00 03 20 02 21'],
  ['readBase', 'AA AA AA 96 69 00 03 30 01 32'],
  ['latestAddress', 'AA AA AA 96 69 00 03 30 03 30'],
] as const;

const REPLIES = [
  ['self-check passed', 'AA AA AA 96 69 00 04 00 00 90 94', 0x90, 0],
  ['card found', 'AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97', 0x9f, 4],
  ['card selected', 'AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C', 0x90, 8],
  ['no card', 'AA AA AA 96 69 00 04 00 00 80 84', 0x80, 0],
  ['select failed', 'AA AA AA 96 69 00 04 00 00 81 85', 0x81, 0],
  ['read failed', 'AA AA AA 96 69 00 04 00 00 41 45', 0x41, 0],
  ['card not accepted', 'AA AA AA 96 69 00 04 00 00 32 36', 0x32, 0],
] as const;

const parse = (stream: Uint8Array, minLength = MIN_REPLY_LENGTH): FrameEvent[] => {
  const parser = createFrameParser(minLength);
  return [...parser.push(stream), ...parser.flush()];
};

describe('SDT frames', () => {
  it.each(REQUESTS)('golden request %s', (name, golden) => {
    const { cmd, para } = SDT_COMMANDS[name];
    expect(hex(encodeRequest(cmd, para))).toBe(golden);
    const [event] = parse(bytes(golden), MIN_REQUEST_LENGTH);
    expect(event?.type === 'frame' && decodeRequest(event.body)).toMatchObject({ ok: true, value: { cmd, para } });
  });

  it.each(REPLIES)('golden reply %s', (_, golden, status, dataBytes) => {
    expect(hex(encodeReply(status, new Uint8Array(dataBytes)))).toBe(golden);
    const [event] = parse(bytes(golden));
    expect(event?.type === 'frame' && decodeReply(event.body)).toEqual({
      ok: true,
      value: { status, data: new Uint8Array(dataBytes) },
    });
  });

  it('replies have the lengths of the reference', () => {
    expect(encodeReply(0x90, new Uint8Array(16))).toHaveLength(27);
    expect(encodeReply(0x90, new Uint8Array(4 + 256 + 1024))).toHaveLength(1295);
    expect(hex(encodeReply(0x90, new Uint8Array(4 + 256 + 1024)).subarray(5, 7))).toBe('05 08');
    expect(hex(encodeReply(0x90, new Uint8Array(70)).subarray(5, 7))).toBe('00 4A');
  });

  it.each([
    ['a wrong check byte', 'AA AA AA 96 69 00 04 00 00 80 85', [{ type: 'refused', reason: 'checksum' }]],
    ['a length of zero', 'AA AA AA 96 69 00 00 00', [{ type: 'refused', reason: 'length' }]],
    ['a length below the shortest reply', 'AA AA AA 96 69 00 03 00 00 03', [{ type: 'refused', reason: 'length' }]],
    ['a length beyond the longest reply', 'AA AA AA 96 69 FF FF 00 00 80', [{ type: 'refused', reason: 'length' }]],
    ['a frame cut short', 'AA AA AA 96 69 00 04 00 00', []],
    ['half a preamble', 'AA AA AA', []],
    ['no preamble at all', '00 96 69 00 04 00 00 80 84', []],
  ])('%s is no frame, and every byte of it is reported discarded', (_, broken, refusals) => {
    const events = parse(bytes(broken));
    expect(events.filter((event) => event.type === 'refused')).toEqual(refusals);
    expect(events.some((event) => event.type === 'frame')).toBe(false);
    expect(discarded(events)).toBe(bytes(broken).length);
  });

  it('a status word that is not 00 00 is not understood', () => {
    expect(decodeReply(Uint8Array.of(0, 1, 0x90))).toEqual({ ok: false, error: 'unknownStatusWord' });
    expect(decodeReply(Uint8Array.of(0, 0))).toEqual({ ok: false, error: 'shortBody' });
    expect(decodeRequest(Uint8Array.of(0x20))).toEqual({ ok: false, error: 'shortBody' });
  });

  it('a frame whose length lies does not hide the good frames inside it once it is given up', () => {
    const parser = createFrameParser(MIN_REPLY_LENGTH);
    const good = encodeReply(0x80);
    expect(parser.push(Uint8Array.of(...bytes('AA AA AA 96 69 05 08'), ...good, ...good))).toEqual([]);
    expect(parser.flush().filter((event) => event.type === 'frame')).toHaveLength(2);
  });

  it('a preamble that begins inside AA AA AA AA is found', () => {
    const events = parse(Uint8Array.of(0xaa, 0xaa, ...encodeReply(0x80)));
    expect(events.map((event) => event.type)).toEqual(['discarded', 'frame']);
  });

  it('the same stream gives the same frames in every chunking', () => {
    const stream = Uint8Array.of(
      ...bytes('00 AA AA 96'),
      ...encodeReply(0x9f, new Uint8Array(4)),
      ...bytes('AA AA AA 96 69 00 04 00 00 80 85'),
      ...encodeReply(0x90, new Uint8Array(300).fill(0xaa)),
      ...encodeReply(0x41),
    );
    const whole = summary(parse(stream));
    expect(whole.frames).toHaveLength(3);
    for (let size = 1; size <= stream.length; size += 1) {
      const parser = createFrameParser(MIN_REPLY_LENGTH);
      const events: FrameEvent[] = [];
      for (let at = 0; at < stream.length; at += size) events.push(...parser.push(stream.subarray(at, at + size)));
      expect(summary(events)).toEqual(whole);
    }
  });

  it('whatever noise surrounds it, bytes are framed, discarded or held, and a flush ends every wait', () => {
    const noise = fc.uint8Array({ maxLength: 40 });
    const likeness = fc.constantFrom(
      bytes('AA AA AA 96 69'),
      bytes('AA AA AA 96 69 09 0A'),
      bytes('AA AA'),
      encodeReply(0x80),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(noise, likeness), { maxLength: 12 }), (chunks) => {
        const parser = createFrameParser(MIN_REPLY_LENGTH);
        const events = chunks.flatMap((chunk) => parser.push(chunk));
        const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
        events.push(...parser.flush());
        const framed = events.reduce((sum, event) => sum + (event.type === 'frame' ? event.body.length + 8 : 0), 0);
        expect(framed + discarded(events)).toBe(total);
        expect(parser.push(encodeReply(0x41)).filter((event) => event.type === 'frame')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('a megabyte of noise is thrown away', () => {
    const noise = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 7919) & 0xff);
    const parser = createFrameParser(MIN_REPLY_LENGTH);
    const events = [...parser.push(noise), ...parser.push(encodeReply(0x80))];
    expect(discarded(events)).toBe(noise.length);
    expect(events.at(-1)?.type).toBe('frame');
  });
});

function discarded(events: readonly FrameEvent[]): number {
  return events.reduce((sum, event) => sum + (event.type === 'discarded' ? event.bytes : 0), 0);
}

function summary(events: readonly FrameEvent[]) {
  return {
    frames: events.flatMap((event) => (event.type === 'frame' ? [hex(event.body)] : [])),
    refused: events.flatMap((event) => (event.type === 'refused' ? [event.reason] : [])),
    discarded: discarded(events),
  };
}
