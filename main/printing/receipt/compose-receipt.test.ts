import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { afterEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../contract/screen.ts';
import { openRig, type Rig } from '../../../native/receipt/testing/rig.ts';
import { composeReceipt, type ReceiptFacts } from './compose-receipt.ts';

const FACTS: ReceiptFacts = {
  kiosk: { id: '310120-0042', site: '关港村党群服务站', phone: '12345' },
  itemName: { zh: '医保个人账户查询', en: 'Medical insurance account' },
  documentNumber: 'YB-20261120-0042-000137',
  verifyUrl: 'https://center.example/verify/YB-20261120-0042-000137?code=K7Q2M9XA',
  pages: 3,
  holderName: '王桂兰',
  transactionId: '0193a7c4-5e0f-7c3a-9b1d-2f6d8a4e7b10',
  printedAt: new Date('2026-11-20T16:05:09Z'),
  language: 'zh-CN',
};

let rig: Rig;
afterEach(() => rig.close());

async function printed(facts: ReceiptFacts, widthDots: 576 | 384, qr: 'native' | 'raster') {
  rig = await openRig({ on: 'memory', widthDots, qr });
  expect(await rig.printer.print(composeReceipt(facts))).toEqual({ ok: true, value: undefined });
  const receipt = rig.received[0];
  if (receipt === undefined) throw new Error('no receipt came out');
  expect(rig.simulator.unknownBytes()).toBe(0);
  return receipt;
}

async function qrOf(png: Buffer): Promise<string | undefined> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return jsQR.default(context.getImageData(0, 0, image.width, image.height).data, image.width, image.height)?.data;
}

describe('the receipt on paper', () => {
  it.each<[Language, 576 | 384, 'native' | 'raster']>([
    ['zh-CN', 576, 'raster'],
    ['zh-CN', 384, 'raster'],
    ['zh-CN', 384, 'native'],
    ['en', 576, 'native'],
  ])('%s, %i dots, %s QR: a telephone reads where to verify', async (language, widthDots, qr) => {
    const { png } = await printed({ ...FACTS, language }, widthDots, qr);
    expect(await qrOf(png)).toBe(FACTS.verifyUrl);
  });

  it('names the item, person, number, Shanghai time, pages and the hotline', async () => {
    const { text } = await printed(FACTS, 576, 'raster');
    for (const words of [/一网通办/, /办理凭条/, /办理事项 +医保个人账户查询/, /姓名 +王桂兰/, /打印页数 +3 页/]) {
      expect(text).toMatch(words);
    }
    expect(text).toMatch(/打印时间 +2026-11-21 00:05:09/);
    expect(text).toMatch(/文件编号 +YB-20261120-0042-000137/);
    expect(text).toMatch(/12345/);
  });

  it.each(['赵𬭚𫖯', '刘䶮', '孙𮧵'])(
    '%s: the name is there as picture, not as text of other characters',
    async (holderName) => {
      const { text } = await printed({ ...FACTS, holderName }, 576, 'raster');
      expect(text).toMatch(/医保个人账户查询\n\[图 576\]\n打印页数/);
      expect(text).not.toMatch(/[赵刘孙?�]/);
    },
  );

  it('in English it is in English', async () => {
    const { text } = await printed({ ...FACTS, language: 'en', pages: 1 }, 576, 'raster');
    expect(text).toMatch(/Printed +1 page\n/);
    expect(text).toMatch(/Service +Medical insurance account/);
  });

  it('a name that tries to be a command is only words', async () => {
    const { text } = await printed({ ...FACTS, holderName: '王\x1b@\x1dV\x00桂兰' }, 576, 'raster');
    expect(text).toMatch(/姓名 +王@V桂兰/);
    expect(rig.received).toHaveLength(1);
  });
});
