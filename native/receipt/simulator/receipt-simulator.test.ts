import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { transform } from 'receiptline';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../clock.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import { encodeReceipt } from '../encode.ts';
import type { ReceiptDocument } from '../receipt.ts';
import { TEST_FONTS } from '../testing/rig.ts';
import { createReceiptSimulator, type ReceiptSimulator, type SimulatedReceipt } from './receipt-simulator.ts';

let simulator: ReceiptSimulator;
afterEach(() => simulator.close());

const paperOf = async (bytes: Uint8Array, chunk = bytes.length): Promise<string> =>
  (await receiptOf(bytes, chunk)).text;

/** Writes bytes to a fresh simulator, in chunks, and waits for the paper. */
async function receiptOf(bytes: Uint8Array, chunk = bytes.length): Promise<SimulatedReceipt> {
  const { opener, port } = createMemoryWire();
  simulator = createReceiptSimulator({
    port,
    clock: systemClock,
    widthDots: 576,
    fonts: TEST_FONTS,
    printMsPerLine: 0,
  });
  const paper = new Promise<SimulatedReceipt>((resolve) => simulator.onReceipt(resolve));
  const wire = await opener.open();
  if (!wire.ok) throw new Error(wire.error);
  for (let at = 0; at < bytes.length; at += chunk) await wire.value.write(bytes.subarray(at, at + chunk));
  return paper;
}

const squeezed = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replaceAll(/ +/g, ' '))
    .filter((line) => line !== '');

const withoutBlankLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

async function readCode(png: Buffer): Promise<string | undefined> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return jsQR.default(context.getImageData(0, 0, image.width, image.height).data, image.width, image.height)?.data;
}

const OPTIONS = { widthDots: 576, qr: 'native', fonts: TEST_FONTS } as const;

describe('beside receiptline, an encoder of another hand', () => {
  const OURS: ReceiptDocument = [
    { kind: 'text', text: '上海市自助终端', align: 'center', size: 2 },
    { kind: 'text', text: '凭条 RECEIPT 0042', bold: true },
    { kind: 'pair', label: '姓名', value: '王桂兰' },
    { kind: 'pair', label: '编号', value: 'YB-0042' },
    { kind: 'text', text: '右', align: 'right' },
    { kind: 'text', text: '左' },
  ];
  // ^^^ is twice as wide and high, " marks bold, a bar on one side aligns to it.
  const THEIRS = '^^^上海市自助终端\n"凭条 RECEIPT 0042" |\n姓名 | 王桂兰\n编号 | YB-0042\n| 右\n左 |';
  const theirBytes = (document: string): Uint8Array =>
    Buffer.from(transform(document, { command: 'generic', encoding: 'gb18030', cpl: 48, cutting: true }), 'latin1');

  it('the same words give the same paper: places, sizes, one cut', async () => {
    const theirPaper = await paperOf(theirBytes(THEIRS));
    expect(simulator.unknownBytes()).toBe(0);
    await simulator.close();
    const { bytes } = await encodeReceipt(OURS, OPTIONS);
    const ourPaper = await paperOf(bytes);
    expect(withoutBlankLines(ourPaper)).toEqual(withoutBlankLines(theirPaper));
    expect(withoutBlankLines(ourPaper)[0]).toBe(`${' '.repeat(10)}上海市自助终端`);
  });

  it('a code that a telephone reads as the same data', async () => {
    const address = 'https://center.example/verify/1';
    const { png: theirs } = await receiptOf(theirBytes(`{code:${address};option:qrcode,6,M}`));
    await simulator.close();
    const codes = [await readCode(theirs)];
    for (const qr of ['raster', 'native'] as const) {
      const { bytes } = await encodeReceipt([{ kind: 'qr', data: address }], { ...OPTIONS, qr });
      codes.push(await readCode((await receiptOf(bytes)).png));
      await simulator.close();
    }
    expect(codes).toEqual([address, address, address]);
  });
});

it('bytes arriving one by one give the same paper', async () => {
  const { bytes } = await encodeReceipt(
    [
      { kind: 'text', text: '赵𬭚𫖯' },
      { kind: 'text', text: '王桂兰' },
    ],
    OPTIONS,
  );
  const whole = await paperOf(bytes);
  await simulator.close();
  expect(await paperOf(bytes, 1)).toBe(whole);
  expect(squeezed(whole)).toEqual(['[图 72]', '王桂兰']);
});

it('bytes of no command are counted', async () => {
  await paperOf(Uint8Array.of(0x41, 0x0d, 0x1b, 0x7f, 0x0a, 0x1d, 0x56, 0x00));
  expect(simulator.unknownBytes()).toBe(3);
});

it('a status question inside image data is answered there and spoils the picture, as on a real printer', async () => {
  const image = [0x1d, 0x76, 0x30, 0, 1, 0, 3, 0, 0x10, 0x04, 0x01];
  const paper = paperOf(Uint8Array.of(...image, 0x41, 0x42, 0x43, 0x0a, 0x1d, 0x56, 0x00));
  // The three letters were taken for the missing rows.
  expect(squeezed(await paper)).toEqual(['[图 8]']);
});
