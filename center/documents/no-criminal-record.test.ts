import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPeople } from '../people.ts';
import { type CertificateContent, noCriminalRecordPdf } from './no-criminal-record.ts';

const content = (changed: Partial<CertificateContent> = {}): CertificateContent => ({
  number: 'SH20261121-4F7K2Q9M',
  verifyUrl: 'https://center.example/verify/SH20261121-4F7K2Q9M?c=AbC-dEf_hIjK',
  issuedAt: new Date('2026-11-21T02:00:00Z'),
  holder: { name: '赵𬭚𫖯', cardKind: 'resident', idNumber: '319999197901309034' },
  birthDate: '1979-01-30',
  periodFrom: '1979-01-30',
  periodTo: '2026-11-21',
  ...changed,
});

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'certificate-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const poppler = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { timeout: 20_000, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

function written(bytes: Buffer): string {
  const file = join(dir, 'certificate.pdf');
  writeFileSync(file, bytes);
  return file;
}

/** The one QR code of a page, read from its picture. */
function readQrCode(file: string): string | undefined {
  poppler('pdftoppm', '-r', '150', '-gray', '-singlefile', file, join(dir, 'page'));
  const pgm = readFileSync(join(dir, 'page.pgm'));
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('no PGM');
  const pixels = pgm.subarray(header[0].length);
  const rgba = new Uint8ClampedArray(pixels.length * 4).fill(255);
  for (const [index, grey] of pixels.entries()) rgba.fill(grey, index * 4, index * 4 + 3);
  // The package is CommonJS with a default inside.
  const read = jsQR as unknown as { default: typeof jsQR.default };
  return read.default(rgba, Number(header[1]), Number(header[2]))?.data;
}

describe('the certificate that the police deliver', () => {
  it('gives back the exact characters, rare ones too', async () => {
    const { bytes } = await noCriminalRecordPdf(content());
    const text = poppler('pdftotext', '-layout', written(bytes), '-');
    for (const expected of [
      '无犯罪记录证明',
      '赵𬭚𫖯',
      '319999197901309034',
      'SH20261121-4F7K2Q9M',
      '1979年1月30日至2026年11月21日期间，未发现有犯罪记录。',
    ]) {
      expect(text).toContain(expected);
    }
  });

  it('embeds its fonts as subsets on one A4 page', async () => {
    const { bytes, pages } = await noCriminalRecordPdf(content());
    const file = written(bytes);
    expect(poppler('pdfinfo', file)).toMatch(new RegExp(`Pages:\\s+${pages}\\n[^]*A4`));
    const fonts = poppler('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.* yes yes yes /);
    expect(bytes.length).toBeLessThan(150_000);
  });

  it('has a QR code that opens its verify page', async () => {
    const { bytes } = await noCriminalRecordPdf(content());
    expect(readQrCode(written(bytes))).toBe(content().verifyUrl);
  });

  it('is the same bytes for the same content', async () => {
    const [first, second] = [await noCriminalRecordPdf(content()), await noCriminalRecordPdf(content())];
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });

  it('can be made for every specimen person', async () => {
    for (const { card } of loadPeople().all) {
      const holder = { name: card.englishName ?? card.name, cardKind: card.kind, idNumber: card.idNumber };
      expect((await noCriminalRecordPdf(content({ holder }))).pages).toBe(1);
    }
  });

  it('is not made at all when a character of the name is in no font', async () => {
    const holder = { ...content().holder, name: '王\u{10FFFD}' };
    await expect(noCriminalRecordPdf(content({ holder }))).rejects.toThrow('U+10FFFD');
  });
});
