import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecoderEvent } from '../../transport/stream-decoder.ts';
import { endsOf, unframe } from './framing.ts';
import { createLineDecoder, type LineFrame, LONGEST_LINE_BYTES } from './line-decoder.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const REPLY = '\x02\x010000#SCNTRG1\x06;\x03';

const inWords = (events: readonly DecoderEvent<LineFrame>[]): string[] =>
  events.map((event) => {
    if (event.type === 'discarded') return `${event.bytes} discarded`;
    if (event.type === 'refused') return `refused ${event.reason}`;
    return event.frame.kind === 'reply' ? event.frame.reply.command : Buffer.from(event.frame.bytes).toString('latin1');
  });

const decoderFor = (terminator: 'any' | 'cr' | 'crlf' | 'none', { suffix = '', replies = true } = {}) =>
  createLineDecoder({ ends: endsOf({ terminator, prefix: '', suffix }), replies });

test.each([
  ['CR', 'any', 'A1\rB2\r', ['A1', 'B2']],
  ['LF', 'any', 'A1\nB2\n', ['A1', 'B2']],
  ['CR LF where either ends', 'any', 'A1\r\nB2\r\n', ['A1', 'B2']],
  ['CR LF where both end', 'crlf', 'A1\r\nB\r2\r\n', ['A1', 'B\r2']],
  ['a line feed where CR ends', 'cr', 'A1\r\nB2\r', ['A1', '\nB2']],
  ['a reply between codes', 'any', `A1\r${REPLY}B2\r`, ['A1', 'SCNTRG1', 'B2']],
  ['a reply inside a code stays inside', 'any', `A1${REPLY}\r`, [`A1${REPLY}`]],
  ['a code that begins like a reply', 'any', '\x02\x01000\rB2\r', ['\x02\x01000', 'B2']],
] as const)('%s', (_what, terminator, stream, expected) => {
  for (const size of [1, 2, 3, 1000]) {
    const decoder = decoderFor(terminator);
    const events: DecoderEvent<LineFrame>[] = [];
    for (let at = 0; at < stream.length; at += size) events.push(...decoder.push(bytes(stream.slice(at, at + size))));
    expect(inWords(events)).toEqual(expected);
  }
});

describe('what does not end', () => {
  test('a code without its end is given up when the line is quiet', () => {
    const decoder = decoderFor('any');
    expect(inWords([...decoder.push(bytes('A1')), ...decoder.flush()])).toEqual(['2 discarded']);
    expect(inWords(decoder.push(bytes('B2\r')))).toEqual(['B2']);
  });

  test('where only silence ends a code, it does', () => {
    const decoder = decoderFor('none');
    expect(inWords([...decoder.push(bytes('A1\rB2')), ...decoder.flush()])).toEqual(['A1\rB2']);
  });

  test('a suffix ends a code by itself', () => {
    expect(inWords(decoderFor('none', { suffix: '03' }).push(bytes('A1\x03B2\x03')))).toEqual(['A1', 'B2']);
  });

  test('a reply behind noise is found when the line is quiet', () => {
    const decoder = decoderFor('any');
    expect(inWords([...decoder.push(bytes(`~~${REPLY}`)), ...decoder.flush()])).toEqual(['SCNTRG1', '2 discarded']);
  });
});

describe('a code that is too long', () => {
  test.each(['any', 'crlf', 'none'] as const)('is passed over as a whole, whatever ends it (%s)', (terminator) => {
    const decoder = decoderFor(terminator);
    const long = bytes(`${'A'.repeat(3 * LONGEST_LINE_BYTES)}B2\r\n`);
    const events = [...decoder.push(long), ...decoder.flush(), ...decoder.push(bytes('C3\r\n')), ...decoder.flush()];
    expect(inWords(events).map((word) => word.replace(/^\d+ /, ''))).toEqual([
      'refused tooLong',
      'discarded',
      terminator === 'none' ? 'C3\r\n' : 'C3',
    ]);
  });

  test('is never held', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 2 * LONGEST_LINE_BYTES }), { maxLength: 4 }), (chunks) => {
        const decoder = decoderFor('crlf');
        for (const chunk of chunks) {
          decoder.push(chunk);
          expect(decoder.held()).toBeLessThanOrEqual(LONGEST_LINE_BYTES);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('prefix and suffix', () => {
  const settings = { terminator: 'cr', prefix: '02', suffix: '2303' } as const;
  test.each([
    ['both there', '\x02A1#\x03', 'A1'],
    ['nothing between', '\x02#\x03', ''],
    ['no prefix', 'A1#\x03', 'notFramed'],
    ['no suffix', '\x02A1', 'notFramed'],
    ['one byte for both', '\x02\x03', 'notFramed'],
  ])('%s', (_what, line, expected) => {
    const framed = unframe(bytes(line), settings);
    expect(framed.ok ? Buffer.from(framed.value).toString('latin1') : framed.error).toBe(expected);
  });
});
