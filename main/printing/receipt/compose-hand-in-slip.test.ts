import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { afterEach, expect, it } from 'vitest';
import { openRig, type Rig } from '../../../native/receipt/testing/rig.ts';
import { composeHandInSlip, type HandInFacts } from './compose-hand-in-slip.ts';

const FACTS: HandInFacts = {
  kiosk: { id: '310120-0042', site: '关港村党群服务站', phone: '12345' },
  caseNumber: '310120202600101',
  itemName: { zh: '老年综合津贴申领', en: 'Allowance for the elderly' },
  cell: 17,
  parcelId: '0193a7c4-5e0f-7c3a-9b1d-2f6d8a4e7b10',
  handedInAt: new Date('2026-11-20T16:05:09Z'),
  language: 'zh-CN',
};

let rig: Rig;
afterEach(() => rig.close());

async function printed(facts: HandInFacts) {
  rig = await openRig({ on: 'memory', widthDots: 576, qr: 'raster' });
  expect(await rig.printer.print(composeHandInSlip(facts))).toEqual({ ok: true, value: undefined });
  const receipt = rig.received[0];
  if (receipt === undefined) throw new Error('no slip came out');
  return receipt;
}

it('names case, item, door, Shanghai time and place', async () => {
  const { text } = await printed(FACTS);
  for (const words of [/材料交存凭条/, /办件编号 +310120202600101/, /老年综合津贴申领/, /存放柜门 +17 号/]) {
    expect(text).toMatch(words);
  }
  expect(text).toMatch(/交存时间 +2026-11-21 00:05:09/);
  expect(text).toMatch(/关港村党群服务站/);
});

it('promises no message that is never sent', async () => {
  const { text } = await printed(FACTS);
  expect(text).toMatch(/工作人员收取后会办理/);
  expect(text).not.toMatch(/通知/);
});

it('handed in without network it says so instead of a guess', async () => {
  const { text } = await printed({ ...FACTS, itemName: undefined });
  expect(text).toMatch(/网络不通/);
  expect(text).not.toMatch(/办理事项/);
});

it.each(['zh-CN', 'en'] as const)('its code leads back to the case: %s', async (language) => {
  const { png } = await printed({ ...FACTS, language });
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  expect(jsQR.default(data, image.width, image.height)?.data).toBe(FACTS.caseNumber);
});
