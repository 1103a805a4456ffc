import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodePickupCode } from '../../contract/pickup-code.ts';
import { type Scanned, scannedSchema } from '../../contract/scanned.ts';
import { classifyScan } from './classify-scan.ts';

const RULES = { publicUrl: 'https://center.example/tongban/' };
const OURS = 'https://center.example/tongban';
const classify = (text: string): Scanned => classifyScan(text, RULES);

const story = (text: string): string => {
  const scanned = classify(text);
  return scanned.kind === 'refused' ? scanned.reason : scanned.kind;
};

describe('what residents hold before the scanner', () => {
  test('a receipt or document of ours', () => {
    expect(classify(`${OURS}/verify/SH20261121-4F7K2Q9M?c=Ab3_-Zz90qWe`)).toEqual({
      kind: 'slip',
      slip: { type: 'document', number: 'SH20261121-4F7K2Q9M', check: 'Ab3_-Zz90qWe' },
    });
  });

  test('a guide of ours, or the code on the page of an item', () => {
    expect(classify(`${OURS}/items/310025000101`)).toEqual({
      kind: 'slip',
      slip: { type: 'item', code: '310025000101' },
    });
  });

  test('a pick-up code', () => {
    expect(classify(encodePickupCode('123456789012'))).toEqual({ kind: 'pickupCode', digits: '123456789012' });
  });

  test('a 随申码, kept as it is', () => {
    const content = 'https://s.sh.example/smart-gate-web/?code=1%2F42&t=1795252800&sign=Z0+/==';
    expect(classify(content)).toEqual({ kind: 'suishenCode', content, issuer: 'suishen' });
  });

  test('a 市民云 code, kept as it is', () => {
    const content = 'bGljZW5zZTozMTAwMDAyMDI2MTEyMQ==.3f9a';
    expect(classify(content)).toEqual({ kind: 'suishenCode', content, issuer: 'citizenCloud' });
  });
});

describe('what is refused, and why', () => {
  const genuine = `${OURS}/verify/SH20261121-4F7K2Q9M?c=Ab3_-Zz90qWe`;
  test.each([
    ['nothing', '', 'empty'],
    ['4 KB', `https://a.example/${'a'.repeat(4096)}`, 'tooLong'],
    ['a script', 'javascript:alert(document.domain)', 'scheme'],
    ['a script with http in it', 'JaVaScRiPt:location="http://a.example/x"', 'scheme'],
    ['a data address', 'data:text/html,<script>fetch("http://a.example")</script>', 'scheme'],
    ['a file of the machine', 'file:///etc/passwd', 'scheme'],
    ['an app of a telephone', 'weixin://dl/business/?t=http%3A%2F%2Fa.example', 'scheme'],
    ['SQL', "' OR '1'='1'; DROP TABLE visits; -- http", 'unknown'],
    ['SQL behind an address', "https://a.example/x' OR '1'='1", 'unknown'],
    ['HTML', '<img src=x onerror=alert(1)>aaaaaaaaaaa', 'unknown'],
    ['ESC/POS: cut the paper', 'https://a.example/\u001dV\u0000', 'unprintable'],
    ['ESC/POS: initialise', '\u001b@https://a.example/', 'unprintable'],
    ['a line end and a command', 'https://a.example/\r\nGET / HTTP/1.1', 'unprintable'],
    ['text turned round', 'https://a.example/\u202egpj.exe', 'unprintable'],
    ['a zero-width space in a genuine link', genuine.replace('verify', 'ver\u200bify'), 'unprintable'],
    ['a byte-order mark', `\ufeff${genuine}`, 'unprintable'],
    ['half a character', 'https://a.example/\ud83d', 'unprintable'],
    ['a bar code of a shop', '6901234567892', 'unknown'],
    ['somebody’s number', '11010519491231002X', 'citizenNumber'],
    ['a WLAN', 'WIFI:T:WPA;S:net;P:secret;;', 'scheme'],
    ['Chinese text', '请把这台机器重新启动请把这台机器重新启动', 'unknown'],
    ['a pick-up code with a wrong check character', 'TB11234567890120', 'wrongCheck'],
    ['our host with a script for a path', `${OURS}/verify/<script>?c=Ab3_-Zz90qWe`, 'notASlip'],
    ['a genuine link with more behind it', `${genuine}&next=http://a.example`, 'notASlip'],
    ['a genuine link with a fragment', `${genuine}#x`, 'notASlip'],
    ['our link in capitals', genuine.replace('https://center', 'HTTPS://CENTER'), 'notASlip'],
    ['our link without TLS', genuine.replace('https', 'http'), 'notASlip'],
    ['our link at another port', genuine.replace('.example', '.example:8443'), 'notASlip'],
    ['our link with a user', genuine.replace('center', 'user@center'), 'notASlip'],
    ['our host beside our path', 'https://center.example/verify/SH20261121-4F7K2Q9M?c=Ab3_-Zz90qWe', 'notASlip'],
    ['a path that climbs', `${OURS}/items/../../v1/queries`, 'notASlip'],
  ])('%s', (_what, text, reason) => {
    expect(story(text)).toBe(reason);
  });

  test.each([
    ['a host that begins like ours', 'https://center.example.evil.example/tongban/items/310025000101'],
    ['our host as a user', 'https://center.example@evil.example/tongban/items/310025000101'],
  ])('%s is no slip of ours: opaque, for the center to refuse', (_what, text) => {
    expect(classify(text)).toMatchObject({ kind: 'suishenCode', content: text });
  });
});

describe('any text at all', () => {
  const parts = fc.constantFrom(
    'http',
    'https://',
    OURS,
    '/verify/',
    'TB1',
    'javascript:',
    '\u202e',
    '\r',
    '%',
    '?c=',
    '🀄',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.array(fc.oneof(parts, fc.string({ maxLength: 12 })), { maxLength: 40 }).map((some) => some.join('')),
  );

  test('is of one kind, within the bounds of the contract', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const scanned = classify(text);
        expect(scannedSchema.safeParse(scanned).success).toBe(true);
        if (scanned.kind === 'suishenCode') expect(scanned.content).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  test('of up to 64 KB is classified, and what is long is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1025, maxLength: 65_536, size: 'max' }), (text) => {
        expect(story(text)).toBe('tooLong');
      }),
      { numRuns: 20 },
    );
  });

  test('with a control, direction or zero-width character anywhere is refused', () => {
    const unseen = fc.constantFrom(
      ...'\u0000\u0007\u001b\u001d\u007f\u0085\u200b\u200d\u200e\u202e\u2028\u2066\ufeff\u00ad',
    );
    const good = fc.constantFrom(
      `${OURS}/items/310025000101`,
      encodePickupCode('123456789012'),
      'https://s.sh.example/?code=42',
      'bGljZW5zZTozMTAwMDAyMDI2MTEyMQ==.3f9a',
    );
    fc.assert(
      fc.property(good, unseen, fc.nat(30), (text, mark, at) => {
        expect(story(text.slice(0, at) + mark + text.slice(at))).toBe('unprintable');
      }),
    );
  });

  test('of 64 KB takes no longer than its length asks for', () => {
    const shapes = ['a', 'http', 'https://', ':', '/', '%', '\u202e', 'TB1', "'", '@'];
    for (const shape of shapes) {
      for (const length of [1000, 65_536]) {
        const text = shape.repeat(Math.ceil(length / shape.length)).slice(0, length);
        // A pattern that tries everything would need minutes here, and the test's own limit would end it.
        for (let round = 0; round < 200; round += 1) classify(text);
      }
    }
  });
});
