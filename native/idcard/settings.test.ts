import { describe, expect, it } from 'vitest';
import { idCardConfigSchema } from '../../contract/device-config/id-card.ts';

const serial = { kind: 'serial', path: '/dev/reader' };

describe('settings of a reader', () => {
  it('SDT asks for no fingerprint, no reset and no picture unless told to, at 115,200 bit/s', () => {
    expect(idCardConfigSchema.parse({ driver: 'sdt', transport: serial })).toEqual({
      driver: 'sdt',
      transport: { ...serial, baudRate: 115200 },
      continuousReading: 'repeats',
      fingerprint: false,
    });
  });

  it('CVR-100AU speaks at 9600 bit/s and sums its replies', () => {
    expect(idCardConfigSchema.parse({ driver: 'cvr-sum', transport: serial })).toEqual({
      driver: 'cvr-sum',
      transport: { ...serial, baudRate: 9600 },
      continuousReading: 'repeats',
      replyCheck: 'sum',
    });
  });

  it.each([
    ['half a command', { driver: 'sdt', transport: serial, resetCommand: '10' }],
    ['a command that is no number', { driver: 'sdt', transport: serial, managementNumberCommand: '30XX' }],
    ['a fingerprint of CVR-100AU', { driver: 'cvr-sum', transport: serial, fingerprint: true }],
    ['USB for CVR-100AU', { driver: 'cvr-sum', transport: { kind: 'usbBulk', vendorId: 1, productId: 1 } }],
    ['a key nobody knows', { driver: 'sdt', transport: serial, photo: true }],
    ['no driver', { transport: serial }],
  ])('%s is refused', (_, settings) => {
    expect(idCardConfigSchema.safeParse(settings).success).toBe(false);
  });
});
