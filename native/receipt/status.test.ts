import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptStatus, refusalOf, type StatusBytes, type StatusFlags, statusFlags } from './status.ts';

const FINE = { printer: 0x12, offlineCause: 0x12, errorCause: 0x12, paper: 0x12 };
const set = (byte: keyof typeof FINE, bits: number): StatusBytes => ({ ...FINE, [byte]: FINE[byte] | bits });

describe('each bit of DLE EOT 1–4', () => {
  it.each<[keyof typeof FINE, number, keyof StatusFlags | null]>([
    ['printer', 0x04, null], // drawer
    ['printer', 0x08, 'offline'],
    ['printer', 0x20, null],
    ['printer', 0x40, null],
    ['offlineCause', 0x04, 'coverOpen'],
    ['offlineCause', 0x08, null], // feed button
    ['offlineCause', 0x20, 'stoppedByPaperEnd'],
    ['offlineCause', 0x40, 'error'],
    ['errorCause', 0x04, 'mechanicalError'],
    ['errorCause', 0x08, 'cutterError'],
    ['errorCause', 0x20, 'unrecoverableError'],
    ['errorCause', 0x40, 'autoRecoverableError'],
    ['paper', 0x0c, 'paperNearEnd'],
    ['paper', 0x60, 'paperEnd'],
  ])('%s %i: %s', (byte, bits, flag) => {
    const raised = Object.entries(statusFlags(set(byte, bits))).filter(([, on]) => on);
    expect(raised.map(([name]) => name)).toEqual(flag === null ? [] : [flag]);
  });
});

describe('what the kiosk makes of it', () => {
  it.each([
    ['all fine', FINE, { device: 'online', paper: 'full', cover: 'closed' }, null],
    ['near end', set('paper', 0x0c), { device: 'online', paper: 'low', cover: 'closed' }, null],
    ['paper end', set('paper', 0x6c), { device: 'online', paper: 'out', cover: 'closed' }, 'receipt.paperOut'],
    ['cover', set('offlineCause', 0x04), { device: 'online', paper: 'full', cover: 'open' }, 'receipt.coverOpen'],
    ['cutter', set('errorCause', 0x08), { device: 'hardwareError', paper: 'full', cover: 'closed' }, 'receipt.fault'],
    ['offline', set('printer', 0x08), { device: 'offline', paper: 'full', cover: 'closed' }, 'receipt.offline'],
  ])('%s', (_, bytes, status, refusal) => {
    expect(receiptStatus(bytes)).toEqual(status);
    expect(refusalOf(receiptStatus(bytes))).toBe(refusal);
  });

  it('any bytes give a state, and it prints only when nothing is amiss', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.record({ printer: byte, offlineCause: byte, errorCause: byte, paper: byte }), (bytes) => {
        const { paperNearEnd: _, ...troubles } = statusFlags(bytes);
        expect(refusalOf(receiptStatus(bytes)) === null).toBe(!Object.values(troubles).includes(true));
      }),
    );
  });
});
