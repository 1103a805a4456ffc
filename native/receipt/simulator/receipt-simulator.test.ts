import { transform } from 'receiptline';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../clock.ts';
import { createMemoryWire } from '../../transport/memory-wire.ts';
import { encodeReceipt } from '../encode.ts';
import { TEST_FONTS } from '../testing/rig.ts';
import { createReceiptSimulator, type ReceiptSimulator } from './receipt-simulator.ts';

let simulator: ReceiptSimulator;
afterEach(() => simulator.close());

/** Writes bytes to a fresh simulator, in chunks, and waits for the paper. */
async function paperOf(bytes: Uint8Array, chunk = bytes.length): Promise<string> {
  const { opener, port } = createMemoryWire();
  simulator = createReceiptSimulator({
    port,
    clock: systemClock,
    widthDots: 576,
    fonts: TEST_FONTS,
    printMsPerLine: 0,
  });
  const paper = new Promise<string>((resolve) => simulator.onReceipt(({ text }) => resolve(text)));
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

const OPTIONS = { widthDots: 576, qr: 'native', fonts: TEST_FONTS } as const;

describe('beside receiptline, an encoder of another hand', () => {
  it('the same words give the same paper', async () => {
    const theirs = transform('上海市自助终端\n姓名 | 王桂兰\n编号 | YB-0042', {
      command: 'generic',
      encoding: 'gb18030',
      cpl: 48,
      cutting: true,
    });
    const theirPaper = await paperOf(Buffer.from(theirs, 'latin1'));
    expect(simulator.unknownBytes()).toBe(0);
    await simulator.close();
    const { bytes } = await encodeReceipt(
      [
        { kind: 'text', text: '上海市自助终端' },
        { kind: 'pair', label: '姓名', value: '王桂兰' },
        { kind: 'pair', label: '编号', value: 'YB-0042' },
      ],
      OPTIONS,
    );
    expect(squeezed(await paperOf(bytes))).toEqual(squeezed(theirPaper));
    expect(squeezed(theirPaper)).toEqual(['上海市自助终端', '姓名 王桂兰', '编号 YB-0042']);
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
