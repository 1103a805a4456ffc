import { describe, expect, test } from 'vitest';
import { scannerConfigSchema } from './scanner.ts';

const serial = { kind: 'serial', path: '/dev/serial/by-id/scanner' };
const line = (some: object) => scannerConfigSchema.safeParse({ driver: 'serial-line', transport: serial, ...some });

test('a scanner that only sends needs its port and nothing else', () => {
  expect(line({}).data).toEqual({
    driver: 'serial-line',
    transport: { ...serial, baudRate: 115200 },
    trigger: 'none',
    terminator: 'any',
    prefix: '',
    suffix: '',
    encoding: 'utf-8',
    interByteMs: 80,
    sameCodeMs: 1000,
    relightMs: 2500,
    checkIntervalMs: 1000,
    settings: [],
  });
});

describe('settings of a Newland scanner', () => {
  test.each(['SCNMOD0', 'ORTSET3000', 'GRBENA1', 'SCNMOD*'])('%s', (tag) => {
    expect(line({ trigger: 'newland', settings: [tag] }).success).toBe(true);
  });

  test.each(['FACDEF', 'REBOOT', 'SCNTRG1', 'SCN', 'scnmod0', 'SCNMOD0;FACDEF', 'SCNMOD0\u0003', ''])(
    'not "%s"',
    (tag) => {
      expect(line({ trigger: 'newland', settings: [tag] }).success).toBe(false);
    },
  );
});

test.each(['0', 'STX', '0x02', '02'.repeat(17)])('no prefix: "%s"', (prefix) => {
  expect(line({ prefix }).success).toBe(false);
});
