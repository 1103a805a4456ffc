import { join } from 'node:path';
import iconv from 'iconv-lite';
import { composeReceipt } from '../../main/printing/receipt/compose-receipt.ts';
import { type EncodeOptions, encodeReceipt } from '../../native/receipt/encode.ts';
import { receiptFonts } from '../../native/receipt/raster.ts';
import type { ReceiptDocument } from '../../native/receipt/receipt.ts';
import { projectRoot } from '../rig/places.ts';
import type { Bench } from './bench.ts';
import { type Figure, figureOf, percentile, repeat } from './measure.ts';

const OPTIONS: EncodeOptions = {
  widthDots: 576,
  qr: 'native',
  fonts: receiptFonts(join(projectRoot, 'assets', 'fonts')),
};
const US_PER_MS = 1000;
/** The first of all builds the tables of iconv-lite, the first of the rare ones loads the drawing library and two fonts. */
const PLAIN = 'text only';
const RARE = 'rare name as image';

const receiptOf = (holderName: string): ReceiptDocument =>
  composeReceipt({
    kiosk: { id: '310120-0042', site: '关港村党群服务站', phone: '12345' },
    itemName: { zh: '医保个人账户查询', en: 'Medical insurance account' },
    documentNumber: 'SH20261121-B77AT7YK',
    verifyUrl: 'https://center.example/verify/SH20261121-B77AT7YK?c=9f2d6b1a',
    pages: 5,
    holderName,
    transactionId: '7d0c8a52-2f0f-4a0e-9c36-0d3a5b6c1e2f',
    printedAt: new Date('2026-11-21T02:30:00Z'),
    language: 'zh-CN',
  });

const wordsOf = (receipt: ReceiptDocument): string =>
  receipt.map((line) => ('text' in line ? line.text : 'label' in line ? line.label + line.value : '')).join('\n');

/** The receipt of a visit as bytes, beside iconv-lite alone turning the same words into GB18030. */
export async function receiptEncode(bench: Bench): Promise<readonly Figure[]> {
  const runs = bench.quick ? 400 : 2_000;
  const whole = receiptOf('王桂兰');
  const kinds: [string, ReceiptDocument, EncodeOptions, number][] = [
    [PLAIN, whole.filter(({ kind }) => kind !== 'qr'), OPTIONS, runs],
    ['with native QR', whole, OPTIONS, runs],
    ['with raster QR', whole, { ...OPTIONS, qr: 'raster' }, runs / 4],
    [RARE, receiptOf('赵𬭚𫖯'), OPTIONS, runs / 4],
  ];
  const figures: Figure[] = [];
  for (const [what, receipt, options, times] of kinds) {
    const words = wordsOf(receipt);
    const [first = 0] = await repeat(1, () => encodeReceipt(receipt, options));
    // Neither is measured before the compiler has seen it often.
    await repeat(times / 4, () => encodeReceipt(receipt, options));
    await repeat(times / 4, () => iconv.encode(words, 'gb18030'));
    const bare = await repeat(times, () => iconv.encode(words, 'gb18030'));
    const ours = await repeat(times, () => encodeReceipt(receipt, options));
    const beside = { what: 'iconv-lite, same words', value: percentile(bare, 0.5) * US_PER_MS };
    const us = ours.map((ms) => ms * US_PER_MS);
    figures.push(figureOf(`receipt: ${what}`, 'µs', us, beside));
    if (what === PLAIN || what === RARE) {
      figures.push(figureOf('  the first in the process', 'µs', [first * US_PER_MS], beside));
    }
  }
  return figures;
}
