import { readFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { afterEach, describe, expect, it } from 'vitest';
import { ticketSchema } from '../../../contract/catalogue/ticket.ts';
import type { Language } from '../../../contract/screen.ts';
import { openRig, type Rig } from '../../../native/receipt/testing/rig.ts';
import { composeTicket } from './compose-ticket.ts';

const file = new URL('../../../assets/catalogue/source/tickets/queue-ticket.json', import.meta.url);
const TICKET = ticketSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

let rig: Rig | undefined;
afterEach(() => rig?.close());

async function printed(facts: Record<string, string>, language: Language = 'zh-CN', widthDots: 576 | 384 = 576) {
  rig = await openRig({ on: 'memory', widthDots, qr: 'raster' });
  expect(await rig.printer.print(composeTicket(TICKET, facts, language))).toEqual({ ok: true, value: undefined });
  const receipt = rig.received[0];
  if (receipt === undefined) throw new Error('no ticket came out');
  return receipt;
}

describe('the queue ticket on paper', () => {
  it.each([576, 384] as const)('%i dots: a telephone reads where to follow the queue', async (widthDots) => {
    const { png } = await printed(TICKET.sample, 'zh-CN', widthDots);
    const image = await loadImage(png);
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    expect(jsQR.default(data, width, height)?.data).toBe(TICKET.sample.url);
  });

  it('says number, how many are before, where and since when', async () => {
    const { text } = await printed(TICKET.sample);
    for (const words of [
      /A036/,
      /前面还有 4 人/,
      /办理事项 +居住证办理/,
      /请到窗口 +3、4、5 号/,
      /大约要等 +12 分钟/,
    ]) {
      expect(text).toMatch(words);
    }
    expect(text).toMatch(/取号时间 +2026-11-21 09:42/);
  });

  it('in English it is in English', async () => {
    const { text } = await printed(TICKET.sample, 'en');
    expect(text).toMatch(/4 before you/);
    expect(text).not.toMatch(/排队|窗口/);
  });

  it('leaves out a line whose fact is not known, a code with its caption', async () => {
    const { url: _url, minutes: _minutes, ...known } = TICKET.sample;
    const { text } = await printed({ ...known, ahead: '' });
    expect(text).not.toMatch(/大约要等|扫一扫|前面还有|\{|undefined/);
    expect(text).toMatch(/A036/);
  });
});

describe('any facts', () => {
  it('are printed as they are, never filled in again, and none of Object’s own names is a fact', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (number) => {
        const lines = [
          { kind: 'text', text: { zh: '{number}', en: '{number}' } },
          { kind: 'text', text: { zh: '{toString}', en: '{constructor}' } },
        ] as const;
        expect(composeTicket({ id: 'any', lines: [...lines], sample: {} }, { number }, 'zh-CN')).toEqual([
          { kind: 'text', text: number, align: 'left', size: 1, bold: false },
        ]);
      }),
    );
  });
});
