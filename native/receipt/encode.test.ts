import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReceipt } from './encode.ts';
import type { ReceiptDocument, ReceiptLine } from './receipt.ts';
import { TEST_FONTS } from './testing/rig.ts';

const OPTIONS = { widthDots: 576, qr: 'native', fonts: TEST_FONTS } as const;
const hexOf = async (
  document: ReceiptDocument,
  options: Parameters<typeof encodeReceipt>[1] = OPTIONS,
): Promise<string> => Buffer.from((await encodeReceipt(document, options)).bytes).toString('hex');

const START = '1b40' + '1c26' + '1c530000' + '1b3320';
const END = '1d564200' + '1d7201';

describe('bytes of the manual', () => {
  it.each<[string, ReceiptLine, string]>([
    ['你好 in GB18030', { kind: 'text', text: '你好' }, 'c4e3bac30a'],
    ['centered', { kind: 'text', text: 'A', align: 'center' }, '1b6101' + '410a' + '1b6100'],
    ['twice as large', { kind: 'text', text: 'A', size: 2 }, '1d21111b3340' + '410a' + '1d21001b3320'],
    ['emphasized', { kind: 'text', text: 'A', bold: true }, '1b4501' + '410a' + '1b4500'],
    ['feed', { kind: 'feed', lines: 3 }, '1b6403'],
    ['feed of nonsense', { kind: 'feed', lines: Number.NaN }, '1b6401'],
    [
      'QR by the printer',
      { kind: 'qr', data: 'https://a.cn' },
      '1b61011b4a18' +
        '1d286b0400' +
        '31413200' +
        '1d286b0300' +
        '314306' +
        '1d286b0300' +
        '314531' +
        '1d286b0f00' +
        '315030' +
        Buffer.from('https://a.cn').toString('hex') +
        '1d286b0300' +
        '315130' +
        '1b4a181b6100',
    ],
  ])('%s', async (_, line, bytes) => {
    expect(await hexOf([line])).toBe(START + bytes + END);
  });

  it('a pair stands at both edges, or on two lines', async () => {
    const fits = await encodeReceipt([{ kind: 'pair', label: '姓名', value: '王桂兰' }], {
      ...OPTIONS,
      widthDots: 384,
    });
    expect(Buffer.from(fits.bytes).toString('hex')).toContain(`d0d5c3fb${'20'.repeat(32 - 10)}cdf5b9f0c0bc0a`);
    const long = await hexOf([{ kind: 'pair', label: '姓名', value: '王'.repeat(15) }], { ...OPTIONS, widthDots: 384 });
    expect(long).toContain(`d0d5c3fb0a2020${'cdf5'.repeat(15)}0a`);
  });

  it('a rare character makes its whole line an image, the other lines stay text', async () => {
    const hex = await hexOf([
      { kind: 'text', text: '王桂兰' },
      { kind: 'text', text: '赵𬭚𫖯' },
    ]);
    expect(hex).toContain('cdf5b9f0c0bc0a');
    // GS v 0: 96 dots of four hanzi cells less one are 9 bytes, one line of 32 rows.
    expect(hex).toContain('1d7630000900' + '2000');
    expect(hex).not.toContain('d5d4'); // 赵
  });
});

it.each([
  ['native', 576],
  ['raster', 576],
  ['native', 384],
  ['raster', 384],
] as const)('the longest code fits the paper (%s, %i dots); longer data is printed as words', async (qr, widthDots) => {
  const options = { ...OPTIONS, qr, widthDots };
  const longest = await encodeReceipt([{ kind: 'qr', data: 'x'.repeat(300) }], options);
  // A symbol of 300 bytes at level M has 69 modules, and 8 of white.
  expect(longest.heightDots % 77).toBe(0);
  expect(longest.heightDots).toBeLessThanOrEqual(widthDots);
  expect(await hexOf([{ kind: 'qr', data: 'x'.repeat(301) }], options)).toContain('78'.repeat(30));
  expect(await hexOf([{ kind: 'qr', data: '\x1b' }], options)).toBe(START + END);
});

describe('no document whatever', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('\x1b@\x1dV\x00', '\x10\x04\x01\x10\x05\x02', '\r\n\x0c', '王\x1c.桂', '𬭚\x10\x14\x08'),
  );
  const line: fc.Arbitrary<ReceiptLine> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text, size: fc.constantFrom(1 as const, 2 as const) }),
    fc.record({ kind: fc.constant('pair' as const), label: text, value: text }),
  );

  it('puts a control byte on the wire outside of the encoder’s own commands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 4 }), async (document) => {
        const { bytes } = await encodeReceipt(document, OPTIONS);
        expect(controlBytesOutsideCommands(bytes)).toEqual([]);
        const sequence = Buffer.from(bytes).toString('latin1');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the real-time commands are what is looked for
        expect(sequence).not.toMatch(/\x10[\x04\x05\x14]/);
      }),
      { numRuns: 60 },
    );
  });
});

/** Strips the commands that this encoder may use, by length; what is left must be text. */
function controlBytesOutsideCommands(bytes: Uint8Array): number[] {
  const lengths: Record<string, number> = {
    '1b40': 2,
    '1c26': 2,
    '1c53': 4,
    '1b33': 3,
    '1b61': 3,
    '1b45': 3,
    '1b64': 3,
    '1d21': 3,
    '1d56': 4,
    '1d72': 3,
  };
  const left: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const name = Buffer.from(bytes.subarray(at, at + 2)).toString('hex');
    const byte = bytes[at] ?? 0;
    if (name === '1d76') at += 8 + (bytes[at + 4] ?? 0) * (bytes[at + 6] ?? 0);
    else if (lengths[name] !== undefined) at += lengths[name];
    else {
      if (byte < 0x20 && byte !== 0x0a) left.push(byte);
      at += 1;
    }
  }
  return left;
}
