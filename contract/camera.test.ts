import { expect, test } from 'vitest';
import { STILL_LIMIT_BYTES, stillSchema } from './camera.ts';
import { camerasConfigSchema } from './device-config/cameras.ts';

const jpegOf = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  bytes.set([0xff, 0xd8, 0xff]);
  return bytes;
};
const STILL = { purpose: 'document', mime: 'image/jpeg', width: 2448, height: 3264, bytes: jpegOf(1000) };

test('a still of the allowed size is taken', () => {
  expect(stillSchema.safeParse(STILL).success).toBe(true);
  expect(stillSchema.safeParse({ ...STILL, bytes: jpegOf(STILL_LIMIT_BYTES) }).success).toBe(true);
});

test.each([
  ['one byte too many', { bytes: jpegOf(STILL_LIMIT_BYTES + 1) }],
  ['a PNG that says it is a JPEG', { bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }],
  ['no bytes', { bytes: new Uint8Array() }],
  ['bytes as text', { bytes: '/9j/' }],
  ['another kind', { mime: 'image/png' }],
  ['no width', { width: 0 }],
  ['half a pixel', { height: 10.5 }],
  ['a purpose that no machine has', { purpose: 'street' }],
  ['something beside it', { takenBy: 'x' }],
])('%s: refused', (_, change) => {
  expect(stillSchema.safeParse({ ...STILL, ...change }).success).toBe(false);
});

test('a camera stands upright unless its settings say how it is turned', () => {
  expect(camerasConfigSchema.parse({ document: { label: '05a3:9230' } })).toEqual({
    document: { label: '05a3:9230', rotate: 0 },
  });
  expect(camerasConfigSchema.safeParse({ document: { label: 'x', rotate: 45 } }).success).toBe(false);
  expect(camerasConfigSchema.safeParse({ person: { label: '' } }).success).toBe(false);
});
