import { describe, expect, it } from 'vitest';
import type { WireDirection } from '../transport/wire-tap.ts';
import { commandsInWords } from './command-words.ts';
import { describeReceiptWire } from './describe.ts';
import { encodeReceipt } from './encode.ts';
import { TEST_FONTS } from './testing/rig.ts';

function wordsOf(...chunks: readonly (readonly [WireDirection, readonly number[] | Uint8Array])[]): string[] {
  const told: string[] = [];
  const report = describeReceiptWire((direction, text) => told.push(`${direction === 'toDevice' ? '>' : '<'} ${text}`));
  for (const [direction, bytes] of chunks) report(direction, Uint8Array.from(bytes));
  return told;
}

it('questions and answers in words', () => {
  const words = wordsOf(
    ['toDevice', [0x10, 0x04, 0x01]],
    ['fromDevice', [0x1a]],
    ['toDevice', [0x10, 0x04, 0x02]],
    ['fromDevice', [0x36]],
    ['toDevice', [0x1d, 0x61, 0x0f]],
    ['fromDevice', [0x10, 0x00]],
    ['fromDevice', [0x03, 0x00, 0x11]],
    ['fromDevice', [0x12, 0xff, 0x12]],
  );
  expect(words).toEqual([
    '> ask real-time status 1',
    '< printer 1a: offline',
    '> ask real-time status 2',
    '< offlineCause 36: coverOpen, stoppedByPaperEnd',
    '> report changes 15',
    '< automatic status: paperNearEnd',
    '< XON',
    '< status 12, nobody asked',
    '< 1 bytes of no answer',
    '< status 12, nobody asked',
  ]);
});

it('Custom’s full status is known by the question', () => {
  const words = wordsOf(
    ['toDevice', [0x10, 0x04, 0x14]],
    ['fromDevice', [0x10, 0x0f, 0x20, 0x08, 0x00, 0x00]],
    ['fromDevice', [0x10, 0x01, 0x00]],
  );
  expect(words).toEqual([
    '> ask real-time status 20',
    '< full status: mediaPresent, busy',
    '< full status: nothing amiss',
  ]);
});

describe('a receipt in words', () => {
  it('has its commands, and of its texts only the lengths', async () => {
    const { bytes } = await encodeReceipt(
      [
        { kind: 'text', text: '王桂兰', bold: true },
        { kind: 'text', text: '赵𬭚' },
        { kind: 'qr', data: 'https://a.cn/WANG' },
      ],
      { widthDots: 576, qr: 'native', fonts: TEST_FONTS },
    );
    const words = wordsOf(['toDevice', bytes]);
    expect(words).toEqual([
      '> initialize',
      '> hanzi mode',
      '> hanzi spacing 0 0',
      '> line spacing, dots 32',
      '> emphasized 1',
      '> text (6 bytes)',
      '> LF',
      '> emphasized 0',
      '> image 48×32 (192 bytes)',
      '> justify 1',
      '> feed dots 24',
      '> QR code, function 41 (4 bytes)',
      '> QR code, function 43 (3 bytes)',
      '> QR code, function 45 (3 bytes)',
      '> QR code, function 50 (20 bytes)',
      '> QR code, function 51 (3 bytes)',
      '> feed dots 24',
      '> justify 0',
      '> cut 42',
      '> ask status behind all this 1',
    ]);
  });

  it('any bytes whatever end in words', () => {
    const all = Uint8Array.from({ length: 256 }, (_, value) => value);
    expect(commandsInWords(all).length).toBeGreaterThan(3);
    expect(commandsInWords(Uint8Array.of(0x1d))).toEqual([{ text: 'unknown GS 00' }]);
    expect(commandsInWords(new Uint8Array(2312))).toEqual([{ text: 'NUL (2312)' }]);
  });
});
