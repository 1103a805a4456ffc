import { describe, expect, it } from 'vitest';
import { splitBaseInformation } from './base-information.ts';

const head = (...lengths: readonly number[]): number[] => lengths.flatMap((length) => [length >> 8, length & 0xff]);
const items = (...lengths: readonly number[]): number[] =>
  lengths.flatMap((length, index) => Array.from({ length }, () => index + 1));

describe('data of a read', () => {
  it('text and photo stand behind two lengths', () => {
    const parts = splitBaseInformation(Uint8Array.of(...head(256, 1024), ...items(256, 1024)), false);
    expect(parts).toEqual({
      ok: true,
      value: { text: new Uint8Array(256).fill(1), photo: new Uint8Array(1024).fill(2) },
    });
  });

  it.each([1024, 0])('with a fingerprint of %i bytes behind three', (bytes) => {
    const parts = splitBaseInformation(Uint8Array.of(...head(256, 1024, bytes), ...items(256, 1024, bytes)), true);
    expect(parts).toEqual({
      ok: true,
      value: {
        text: new Uint8Array(256).fill(1),
        photo: new Uint8Array(1024).fill(2),
        fingerprint: new Uint8Array(bytes).fill(3),
      },
    });
  });

  it.each([
    ['nothing at all', [], false],
    ['the two bytes of a length the wrong way round', [0x00, 0x01, 0x00, 0x04, ...items(256, 1024)], false],
    ['a text of another length', [...head(254, 1024), ...items(254, 1024)], false],
    ['a photo of another length', [...head(256, 1022), ...items(256, 1022)], false],
    ['fewer bytes than its lengths say', [...head(256, 1024), ...items(256, 1023)], false],
    ['more bytes than its lengths say', [...head(256, 1024), ...items(256, 1025)], false],
    ['one fingerprint of two', [...head(256, 1024, 512), ...items(256, 1024, 512)], true],
    ['a fingerprint that is said to be there', [...head(256, 1024, 1024), ...items(256, 1024)], true],
    ['a fingerprint that nobody asked for', [...head(256, 1024, 0), ...items(256, 1024)], false],
  ])('%s is refused', (_, bytes, withFingerprint) => {
    expect(splitBaseInformation(Uint8Array.from(bytes), withFingerprint)).toEqual({ ok: false, error: 'lengths' });
  });
});
