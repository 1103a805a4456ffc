import { describe, expect, it } from 'vitest';
import { createAnswerDecoder } from './answers.ts';
import * as escpos from './escpos.ts';
import { bytesOfReport, receiptStatus } from './status.ts';
import { CUSTOM_BITS } from './status-bits.ts';

const hex = (bytes: Iterable<number>): string => Buffer.from([...bytes]).toString('hex');

describe('commands as the manuals have them', () => {
  it.each<[string, Iterable<number>, string]>([
    ['initialize', escpos.initialize(), '1b40'],
    ['line feed', escpos.lineFeed(), '0a'],
    ['feed lines', escpos.feedLines(5), '1b6405'],
    ['feed dots', escpos.feedDots(24), '1b4a18'],
    ['line spacing', escpos.lineSpacing(32), '1b3320'],
    ['centre', escpos.justify('center'), '1b6101'],
    ['emphasized', escpos.emphasize(true), '1b4501'],
    ['twice as wide and high', escpos.characterSize(2), '1d2111'],
    ['hanzi mode', escpos.hanziMode(), '1c26'],
    ['hanzi spacing', escpos.hanziSpacing(0, 0), '1c530000'],
    ['UTF-8', escpos.selectTextCode('utf8'), '1b3901'],
    ['raster image', escpos.rasterImage('normal', 1, Uint8Array.of(0x80, 0x01)), '1d7630000100020080' + '01'],
    ['QR model 2', escpos.qrModel2(), '1d286b040031413200'],
    ['QR module', escpos.qrModuleSize(6), '1d286b0300314306'],
    ['QR level M', escpos.qrLevelM(), '1d286b0300314531'],
    ['QR store', escpos.qrStore(Uint8Array.of(0x41, 0x42)), '1d286b05003150304142'],
    ['QR print', escpos.qrPrint(), '1d286b0300315130'],
    ['feed and cut partially', escpos.cutPaper('feedAndPartial'), '1d564200'],
    ['feed and cut', escpos.cutPaper('feedAndFull'), '1d564100'],
    ['cut partially', escpos.cutPaper('partial'), '1b6405' + '1d5601'],
    ['cut', escpos.cutPaper('full'), '1b6405' + '1d5600'],
    ['cut partially, older', escpos.cutPaper('olderPartial'), '1b6405' + '1b6d'],
    ['cut, older', escpos.cutPaper('olderFull'), '1b6405' + '1b69'],
    ['paper status in order', escpos.transmitPaperStatus(), '1d7201'],
    ['maker', escpos.transmitPrinterId(), '1d4942'],
    ['DLE EOT 1', escpos.askStatus('printer'), '100401'],
    ['DLE EOT 2', escpos.askStatus('offlineCause'), '100402'],
    ['DLE EOT 3', escpos.askStatus('errorCause'), '100403'],
    ['DLE EOT 4', escpos.askStatus('paper'), '100404'],
    ['DLE EOT 17', escpos.askStatus('printStatus'), '100411'],
    ['DLE EOT 20', escpos.askFullStatus(), '100414'],
    ['DLE ENQ 2', escpos.clearBuffers(), '100502'],
    ['automatic status', escpos.enableAutomaticStatus(), '1d610f'],
    ['automatic full status', escpos.enableAutomaticFullStatus(), '1de00f'],
  ])('%s', (_, bytes, expected) => {
    expect(hex(bytes)).toBe(expected);
  });

  it.each([-1, 256, 1.5, Number.NaN])('a parameter that is no byte (%d) is a bug of the caller', (value) => {
    expect(() => escpos.feedLines(value)).toThrow(RangeError);
  });
});

describe('each bit of the automatic status', () => {
  it.each<[string, number[], object]>([
    ['fine', [0x10, 0, 0, 0], { device: 'online', paper: 'full', cover: 'closed' }],
    ['drawer pin', [0x14, 0, 0, 0], { device: 'online' }],
    ['offline', [0x18, 0, 0, 0], { device: 'offline' }],
    ['cover open', [0x38, 0, 0, 0], { device: 'online', cover: 'open' }],
    ['feed button', [0x50, 0, 0, 0], { device: 'online' }],
    ['mechanical error', [0x18, 0x04, 0, 0], { device: 'hardwareError' }],
    ['cutter error', [0x18, 0x08, 0, 0], { device: 'hardwareError' }],
    ['unrecoverable', [0x18, 0x20, 0, 0], { device: 'hardwareError' }],
    ['auto-recoverable', [0x18, 0x40, 0, 0], { device: 'hardwareError' }],
    ['near end', [0x10, 0, 0x03, 0], { device: 'online', paper: 'low' }],
    ['paper end', [0x18, 0, 0x0f, 0], { device: 'online', paper: 'out' }],
  ])('%s', (_, bytes, status) => {
    expect(statusOf(bytes, 'standard')).toMatchObject(status);
  });
});

describe('each bit of Custom’s full status', () => {
  it.each<[string, number[], object]>([
    ['fine', [0, 0, 0, 0], { device: 'online', paper: 'full', cover: 'closed', media: 'notPresent' }],
    ['no paper', [0x01, 0, 0, 0], { paper: 'out' }],
    ['near end', [0x04, 0, 0, 0], { paper: 'low' }],
    ['ticket at the mouth', [0x20, 0, 0, 0], { paper: 'full', media: 'present' }],
    ['virtual paper end', [0x40, 0, 0, 0], { paper: 'low' }],
    ['notch', [0x80, 0, 0, 0], { device: 'online', paper: 'full' }],
    ['head up', [0, 0x01, 0, 0], { cover: 'open' }],
    ['cover open', [0, 0x02, 0, 0], { cover: 'open' }],
    ['spooling, motor, keys', [0, 0x6c, 0, 0], { device: 'online', cover: 'closed' }],
    ['head temperature', [0, 0, 0x01, 0], { device: 'hardwareError' }],
    ['RS-232 error', [0, 0, 0x02, 0], { device: 'online' }],
    ['supply voltage', [0, 0, 0x08, 0], { device: 'hardwareError' }],
    ['unrecoverable', [0, 0, 0, 0x01], { device: 'hardwareError' }],
  ])('%s', (_, parts, status) => {
    expect(statusOf([0x10, 0x0f, ...parts], 'custom')).toMatchObject(status);
  });

  it('of a message with its paper byte only, the rest is unknown', () => {
    expect(statusOf([0x10, 0x01, 0x01], 'custom')).toEqual({
      device: 'online',
      paper: 'out',
      cover: 'unknown',
      media: 'notPresent',
    });
  });
});

function statusOf(bytes: readonly number[], dialect: 'standard' | 'custom') {
  const [event] = createAnswerDecoder(dialect).push(Uint8Array.from(bytes));
  if (event?.type !== 'frame' || (event.frame.kind !== 'asb' && event.frame.kind !== 'full'))
    throw new Error('no report');
  const report = bytesOfReport(event.frame);
  return dialect === 'custom' ? receiptStatus(report, CUSTOM_BITS) : receiptStatus(report);
}
