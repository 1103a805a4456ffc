import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, createAnswerParser } from './answers.ts';

function read(chunks: readonly (readonly number[])[]): { answers: Answer[]; discarded: number } {
  const answers: Answer[] = [];
  const parser = createAnswerParser((answer) => answers.push(answer));
  for (const chunk of chunks) parser.push(Uint8Array.from(chunk));
  return { answers, discarded: parser.discarded() };
}

const ASB = [0x18, 0x08, 0x0c, 0x00];
const BLOCK = [0x5f, 0x45, 0x50, 0x00];

describe('answers told apart by their fixed bits', () => {
  it.each<[string, number[], Answer]>([
    ['DLE EOT, fine', [0x12], { kind: 'status', value: 0x12 }],
    ['DLE EOT, all bits', [0x7e], { kind: 'status', value: 0x7e }],
    ['GS r, paper', [0x00], { kind: 'queued', value: 0x00 }],
    ['GS r, near end', [0x03], { kind: 'queued', value: 0x03 }],
    ['GS r, end', [0x0f], { kind: 'queued', value: 0x0f }],
    ['ASB', ASB, { kind: 'asb', bytes: Uint8Array.from(ASB) }],
    ['block', BLOCK, { kind: 'block', text: 'EP' }],
    ['XOFF', [0x13], { kind: 'flow', value: 0x13 }],
  ])('%s', (_, bytes, answer) => {
    expect(read([bytes])).toEqual({ answers: [answer], discarded: 0 });
  });

  it.each([0x01, 0x06, 0x80, 0x92, 0xff])('noise %i is no answer', (byte) => {
    expect(read([[byte, 0x12]])).toEqual({ answers: [{ kind: 'status', value: 0x12 }], discarded: 1 });
  });

  it('the head of an ASB without its rest does not hold back what follows', () => {
    expect(read([[0x10], [0x00], [0x12]]).answers.map(({ kind }) => kind)).toEqual(['queued', 'status']);
  });
});

it('any bytes in any chunking: the same answers, every byte used or discarded, nothing endless held', () => {
  const noise = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 60 });
  fc.assert(
    fc.property(noise, fc.integer({ min: 1, max: 7 }), (bytes, size) => {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        bytes.slice(n * size, (n + 1) * size),
      );
      expect(read(chunks)).toEqual(read([bytes]));
      // However it began: a block ends by its bound at the latest, then status is heard again.
      const flood = new Array<number>(100).fill(0x12);
      expect(read([bytes, flood]).answers.at(-1)).toEqual({ kind: 'status', value: 0x12 });
    }),
  );
});
