import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type AnswerDialect, createAnswerDecoder } from './answers.ts';

function read(
  chunks: readonly (readonly number[])[],
  dialect: AnswerDialect = 'standard',
): { answers: Answer[]; discarded: number } {
  const decoder = createAnswerDecoder(dialect);
  const events = [...chunks.flatMap((chunk) => decoder.push(Uint8Array.from(chunk))), ...decoder.flush()];
  return {
    answers: events.flatMap((event) => (event.type === 'frame' ? [event.frame] : [])),
    discarded: events.reduce((sum, event) => sum + (event.type === 'discarded' ? event.bytes : 0), 0),
  };
}

const ASB = [0x18, 0x08, 0x0c, 0x00];
const BLOCK = [0x5f, 0x45, 0x50, 0x00];

describe('answers told apart by their fixed bits', () => {
  it.each<[string, number[], Answer]>([
    ['DLE EOT, fine', [0x12], { kind: 'status', value: 0x12 }],
    ['DLE EOT 1, fine, drawer pin high', [0x16], { kind: 'status', value: 0x16 }],
    ['DLE EOT, all bits', [0x7e], { kind: 'status', value: 0x7e }],
    ['GS r, paper', [0x00], { kind: 'queued', value: 0x00 }],
    ['GS r, near end', [0x03], { kind: 'queued', value: 0x03 }],
    ['GS r, end', [0x0f], { kind: 'queued', value: 0x0f }],
    ['ASB, offline by cutter and paper end', ASB, { kind: 'asb', bytes: Uint8Array.from(ASB) }],
    ['ASB, fine', [0x10, 0, 0, 0], { kind: 'asb', bytes: Uint8Array.of(0x10, 0, 0, 0) }],
    ['block', BLOCK, { kind: 'block', text: 'EP' }],
    ['XON', [0x11], { kind: 'flow', value: 0x11 }],
    ['XOFF', [0x13], { kind: 'flow', value: 0x13 }],
  ])('%s', (_, bytes, answer) => {
    expect(read([bytes])).toEqual({ answers: [answer], discarded: 0 });
  });

  it.each<[string, number[], Answer]>([
    [
      'DLE EOT 20, ticket at the mouth, cover open, head hot',
      [0x10, 0x0f, 0x20, 0x02, 0x01, 0x00],
      { kind: 'full', parts: { paper: 0x20, user: 0x02, recoverable: 0x01, unrecoverable: 0x00 } },
    ],
    ['sent by itself: paper only', [0x10, 0x01, 0x05], { kind: 'full', parts: { paper: 0x05 } }],
    ['any bit may stand in its bytes', [0x10, 0x03, 0x10, 0x12], { kind: 'full', parts: { paper: 0x10, user: 0x12 } }],
    ['DLE EOT 17', [0x12], { kind: 'status', value: 0x12 }],
    ['remaining paper is no frame of ours, its name is', BLOCK, { kind: 'block', text: 'EP' }],
  ])('Custom: %s', (_, bytes, answer) => {
    expect(read([bytes], 'custom')).toEqual({ answers: [answer], discarded: 0 });
  });
});

const FINE: Answer = { kind: 'status', value: 0x12 };

it.each<[string, AnswerDialect, number[], number, Answer[]]>([
  ['a byte of no answer', 'standard', [0xff, 0x12], 1, [FINE]],
  ['01 is no pair of sensors', 'standard', [0x01, 0x12], 1, [FINE]],
  ['06 is no pair of sensors', 'standard', [0x06, 0x12], 1, [FINE]],
  ['bit 7', 'standard', [0x92, 0x12], 1, [FINE]],
  ['an ASB cut short by an answer', 'standard', [0x10, 0x00, 0x12], 1, [{ kind: 'queued', value: 0 }, FINE]],
  ['an ASB and nothing more: after the limit', 'standard', [0x18, 0x08], 2, []],
  ['a block with a byte that is no text', 'standard', [0x5f, 0x45, 0x12, 0x45], 3, [FINE]],
  ['a block without text', 'standard', [0x5f, 0x00, 0x12], 1, [{ kind: 'queued', value: 0 }, FINE]],
  ['a block without end', 'standard', [0x5f, ...new Array<number>(90).fill(0x41), 0x12], 91, [FINE]],
  ['ten that announces nothing', 'custom', [0x10, 0x00, 0x12], 1, [{ kind: 'queued', value: 0 }, FINE]],
  ['ten that announces what does not exist', 'custom', [0x10, 0x41, 0x12], 2, [FINE]],
  [
    'a full status cut short: after the limit',
    'custom',
    [0x10, 0x0f, 0x12],
    1,
    [{ kind: 'queued', value: 0x0f }, FINE],
  ],
])('broken: %s', (_, dialect, bytes, discarded, answers) => {
  expect(read([bytes], dialect)).toEqual({ answers, discarded });
});

it.each(['standard', 'custom'] as const)(
  'any bytes in any chunking (%s): the same answers, every byte used or discarded, nothing endless held',
  (dialect) => {
    const noise = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 60 });
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 7 }), (bytes, size) => {
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
          bytes.slice(n * size, (n + 1) * size),
        );
        expect(read(chunks, dialect)).toEqual(read([bytes], dialect));
        // However it began: a block ends by its bound at the latest, then status is heard again.
        const flood = new Array<number>(100).fill(0x12);
        expect(read([bytes, flood], dialect).answers.at(-1)).toEqual(FINE);
      }),
    );
  },
);
