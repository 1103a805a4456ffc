import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { layOutDocument } from '../layout/lay-out-document.ts';
import { sampleRequest } from '../layout/testing/sample-request.ts';
import { checkDelivered } from './check-delivered.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { A4_PAGE, announced, onePage, rawPdf } from './testing/raw-pdf.ts';

const BAD = { ok: false, error: 'center.badDocument' };
const LIMITS = { maxPages: 20 };
const check = (bytes: Uint8Array, pages = 1) => checkDelivered(bytes, announced(bytes, pages), LIMITS);

describe('an honest document', () => {
  test('of one page passes', async () => {
    expect(await check(onePage())).toEqual({ ok: true, value: { pages: 1 } });
  });

  test('of several pages with fonts passes', async () => {
    const document = await layOutDocument(sampleRequest(60));
    if (!document.ok) throw new Error(document.error);
    const { pdf, pages } = document.value;
    expect(await check(pdf, pages)).toEqual({ ok: true, value: { pages } });
  });

  test('with a link, an outline to a page and a lying page passes', async () => {
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Annots [4 0 R] >>';
    const link = '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.invalid) >> >>';
    expect(await check(onePage('/OpenAction [3 0 R /Fit]', page, link))).toEqual({ ok: true, value: { pages: 1 } });
  });
});

describe('not what was announced', () => {
  const bytes = onePage();
  test.each([
    ['one byte changed on the way', () => ({ ...announced(bytes), sha256: announced(onePage('/Lang (zh)')).sha256 })],
    ['cut off', () => ({ ...announced(bytes), bytes: bytes.length + 1 })],
    ['other number of pages', () => announced(bytes, 2)],
  ])('%s: refused', async (_what, expected) => {
    expect(await checkDelivered(bytes, expected(), LIMITS)).toEqual(BAD);
  });

  test('more pages than the item allows: refused', async () => {
    const two = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
      A4_PAGE,
      A4_PAGE,
    ]);
    expect(await checkDelivered(two, announced(two, 2), { maxPages: 1 })).toEqual(BAD);
    expect(await checkDelivered(two, announced(two, 2), { maxPages: 2 })).toEqual({ ok: true, value: { pages: 2 } });
  });

  test.each([
    ['a web page', Buffer.from('<!doctype html><title>502</title>')],
    ['nothing', new Uint8Array(0)],
    ['only a PDF header', Buffer.from('%PDF-1.7\n')],
    ['half of a PDF', bytes.subarray(0, bytes.length / 2)],
  ])('%s: refused', async (_what, content) => {
    expect(await check(content)).toEqual(BAD);
  });
});

describe('active content', () => {
  test.each([
    ['script on opening', onePage('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['script in an object of its own', onePage('/OpenAction 4 0 R', A4_PAGE, '<< /S /JavaScript /JS (1) >>')],
    ['script under an escaped name', onePage('/OpenAction << /S /J#61vaScript >>')],
    ['action type kept in another object', onePage('/OpenAction << /S 4 0 R >>', A4_PAGE, '/Launch')],
    ['script in the names', onePage('/Names << /JavaScript << /Names [(a) 4 0 R] >> >>', A4_PAGE, '<< >>')],
    ['launch of a program', onePage('/OpenAction << /S /Launch /F (cmd.exe) >>')],
    ['launch behind a next action', onePage('/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [<< /S /Launch >>] >>')],
    ['action when the page closes', onePage('', `${A4_PAGE.slice(0, -2)} /AA << /C << /S /GoTo >> >> >>`)],
    ['file attached', onePage('/Names << /EmbeddedFiles << /Names [] >> >>')],
    ['form of XFA', onePage('/AcroForm << /Fields [] /XFA [] >>')],
    ['form that is sent', onePage('', A4_PAGE, '<< /S /SubmitForm /F (http://example.invalid) >>')],
    ['film', onePage('', A4_PAGE, '<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>')],
    ['stream kept in another file', onePage('', A4_PAGE, '<< /Length 0 /F (/etc/passwd) >>\nstream\n\nendstream')],
    ['PostScript', onePage('', A4_PAGE, '<< /Type /XObject /Subtype /PS /Length 0 >>\nstream\n\nendstream')],
  ])('%s: refused', async (_what, bytes) => {
    expect(await inspectPdf(bytes, 20)).toEqual({ ok: false, why: 'activeContent' });
  });

  test('is refused by the check, not only by the inspection', async () => {
    expect(await check(onePage('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'))).toEqual(BAD);
  });
});

describe('hostile structure', () => {
  const tree = (kids: string, ...more: string[]) =>
    rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count 1 >>`, A4_PAGE, ...more]);
  test.each([
    [
      'encrypted',
      'encrypted',
      rawPdf(
        ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Kids [3 0 R] >>', A4_PAGE],
        '/Root 1 0 R /Encrypt << /Filter /Standard >>',
      ),
    ],
    ['page tree that holds itself', 'pageTree', tree('2 0 R')],
    ['page tree in a ring', 'pageTree', tree('4 0 R', '<< /Type /Pages /Kids [2 0 R] >>')],
    ['one page a million times', 'pageTree', tree('3 0 R '.repeat(1_000_000))],
    ['a page that is missing', 'pageTree', tree('9 0 R')],
    ['a poster', 'pageSize', onePage('', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 14400 14400] >>')],
    ['a page in larger units', 'pageSize', onePage('', `${A4_PAGE.slice(0, -2)} /UserUnit 10 >>`)],
    ['a page without a size', 'pageSize', onePage('', '<< /Type /Page /Parent 2 0 R >>')],
    [
      'parents in a ring',
      'pageSize',
      rawPdf(['<< /Pages 2 0 R >>', '<< /Kids [3 0 R] /Parent 2 0 R >>', '<< /Type /Page /Parent 2 0 R >>']),
    ],
  ])('%s: refused as %s', async (_what, why, bytes) => {
    expect(await inspectPdf(bytes, 20)).toEqual({ ok: false, why });
  });

  test('arrays nested a million deep are refused', async () => {
    expect(await check(onePage(`/Deep ${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`))).toEqual(BAD);
  });

  test('a cross-reference table that points to itself does not hold the check up', async () => {
    const bytes = rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Kids [3 0 R] >>', A4_PAGE], '/Root 1 0 R /Prev 9');
    expect(await check(bytes)).toEqual({ ok: true, value: { pages: 1 } });
  });

  test('an object stream that unpacks to a gigabyte is ended, and the core lives on', async () => {
    const spaces = Buffer.alloc(16 * 1024 * 1024, ' ');
    const bomb = await buffer(
      Readable.from(Array.from({ length: 64 }, () => spaces)).pipe(createDeflate({ level: 1 })),
    );
    const head = onePage(
      '',
      A4_PAGE,
      `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length} >>\nstream\nBOMB\nendstream`,
    );
    const [before = '', after = ''] = Buffer.from(head).toString('latin1').split('BOMB');
    const bytes = Buffer.concat([Buffer.from(before, 'latin1'), bomb, Buffer.from(after, 'latin1')]);
    expect(await check(bytes)).toEqual(BAD);
  });

  test('a check that takes longer than it may is ended', async () => {
    const bytes = onePage();
    expect(await checkDelivered(bytes, announced(bytes), LIMITS, { milliseconds: 0, bytes: 2 ** 30 })).toEqual(BAD);
  });
});
