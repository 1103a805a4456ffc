import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameParser, type FrameEvent } from './frame-parser.ts';
import { decodeReply, type FrameCheck, MIN_REPLY_LENGTH } from './frames.ts';
import { buildReply } from './simulator/module-frames.ts';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hex = (frame: Uint8Array): string => Buffer.from(frame).toString('hex');
const reply = (status: number, data = new Uint8Array(0)): Uint8Array => buildReply({ status, data }, 'xor');

const parse = (stream: Uint8Array, check: FrameCheck = 'xor'): FrameEvent[] => {
  const parser = createFrameParser(MIN_REPLY_LENGTH, check);
  return [...parser.push(stream), ...parser.flush()];
};

describe('SDT frames', () => {
  it.each([
    ['a wrong check byte', 'AA AA AA 96 69 00 04 00 00 80 85', [{ type: 'refused', reason: 'checksum' }]],
    ['a sum where XOR is due', 'AA AA AA 96 69 00 04 00 00 80 7C', [{ type: 'refused', reason: 'checksum' }]],
    ['a length of zero', 'AA AA AA 96 69 00 00 00', [{ type: 'refused', reason: 'length' }]],
    ['a length below the shortest reply', 'AA AA AA 96 69 00 03 00 00 03', [{ type: 'refused', reason: 'length' }]],
    ['a length beyond the longest reply', 'AA AA AA 96 69 FF FF 00 00 80', [{ type: 'refused', reason: 'length' }]],
    ['one more than the longest reply', 'AA AA AA 96 69 09 0B 00 00 90', [{ type: 'refused', reason: 'length' }]],
    ['a frame cut short', 'AA AA AA 96 69 00 04 00 00', []],
    ['half a preamble', 'AA AA AA', []],
    ['no preamble at all', '00 96 69 00 04 00 00 80 84', []],
  ])('%s is no frame, and every byte of it is reported discarded', (_, broken, refusals) => {
    const events = parse(bytes(broken));
    expect(events.filter((event) => event.type === 'refused')).toEqual(refusals);
    expect(events.some((event) => event.type === 'frame')).toBe(false);
    expect(discarded(events)).toBe(bytes(broken).length);
  });

  it('a sum-checked frame is one only where sums are expected', () => {
    const frame = buildReply({ status: 0x80, data: new Uint8Array(0) }, 'sum');
    expect(parse(frame, 'sum').map((event) => event.type)).toEqual(['frame']);
    expect(parse(frame, 'xor').map((event) => event.type)).toEqual(['refused', 'discarded']);
    const either = createFrameParser(MIN_REPLY_LENGTH, 'sum', 'xor');
    expect([...either.push(frame), ...either.push(reply(0x80))].map((event) => event.type)).toEqual(['frame', 'frame']);
  });

  it('a status word that is not 00 00 is not understood', () => {
    expect(decodeReply(Uint8Array.of(0, 1, 0x90))).toEqual({ ok: false, error: 'unknownStatusWord' });
    expect(decodeReply(Uint8Array.of(0, 0))).toEqual({ ok: false, error: 'shortBody' });
  });

  it('a frame whose length lies does not hide the good frames inside it once it is given up', () => {
    const parser = createFrameParser(MIN_REPLY_LENGTH);
    const good = reply(0x80);
    expect(parser.push(Uint8Array.of(...bytes('AA AA AA 96 69 05 08'), ...good, ...good))).toEqual([]);
    expect(parser.flush().filter((event) => event.type === 'frame')).toHaveLength(2);
  });

  it('a frame that lost bytes is not completed by those that follow, though its check fits', () => {
    const good = reply(0x80);
    const outer = reply(0x90, Uint8Array.of(1, 2, 3, ...good));
    expect(summary(parse(Uint8Array.of(...outer, ...good)))).toEqual({
      frames: [hex(good), hex(good)],
      refused: ['overrun'],
      discarded: outer.length - good.length,
    });
  });

  it('a preamble that begins inside AA AA AA AA is found', () => {
    const events = parse(Uint8Array.of(0xaa, 0xaa, ...reply(0x80)));
    expect(events.map((event) => event.type)).toEqual(['discarded', 'frame']);
  });

  it('the same stream gives the same frames in every chunking', () => {
    const stream = Uint8Array.of(
      ...bytes('00 AA AA 96'),
      ...reply(0x9f, new Uint8Array(4)),
      ...bytes('AA AA AA 96 69 00 04 00 00 80 85'),
      ...reply(0x90, new Uint8Array(300).fill(0xaa)),
      ...reply(0x41),
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
      reply(0x80),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(noise, likeness), { maxLength: 12 }), (chunks) => {
        const parser = createFrameParser(MIN_REPLY_LENGTH);
        const events = chunks.flatMap((chunk) => parser.push(chunk));
        const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
        events.push(...parser.flush());
        const framed = events.reduce((sum, event) => sum + (event.type === 'frame' ? event.frame.bytes.length : 0), 0);
        expect(framed + discarded(events)).toBe(total);
        expect(parser.push(reply(0x41)).filter((event) => event.type === 'frame')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('a megabyte of noise is thrown away', () => {
    const noise = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 7919) & 0xff);
    const parser = createFrameParser(MIN_REPLY_LENGTH);
    const events = [...parser.push(noise), ...parser.push(reply(0x80))];
    expect(discarded(events)).toBe(noise.length);
    expect(events.at(-1)?.type).toBe('frame');
  });
});

function discarded(events: readonly FrameEvent[]): number {
  return events.reduce((sum, event) => sum + (event.type === 'discarded' ? event.bytes : 0), 0);
}

function summary(events: readonly FrameEvent[]) {
  return {
    frames: events.flatMap((event) => (event.type === 'frame' ? [hex(event.frame.bytes)] : [])),
    refused: events.flatMap((event) => (event.type === 'refused' ? [event.reason] : [])),
    discarded: discarded(events),
  };
}
