import fc from 'fast-check';
import ipp from 'ipp';
import { describe, expect, test } from 'vitest';
import { attribute, type IppAttribute } from './attributes.ts';
import { decodeMessage, encodeMessage, type IppMessage } from './frames.ts';
import { VALUE_TAG } from './tags.ts';

/** RFC 8010 appendix A.7: Get-Jobs request. */
const GET_JOBS = Buffer.from(
  [
    '0101000a0000012301',
    '470012617474726962757465732d6368617273657400057574662d38',
    '48001b617474726962757465732d6e61747572616c2d6c616e67756167650005656e2d7573',
    '45000b7072696e7465722d757269002c6970703a2f2f7072696e7465722e6578616d706c652e636f6d2f6970702f7072696e742f70696e6574726565',
    '2100056c696d6974000400000032',
    '4400147265717565737465642d6174747269627574657300066a6f622d6964',
    '44000000086a6f622d6e616d65',
    '440000000f646f63756d656e742d666f726d6174',
    '03',
  ].join(''),
  'hex',
);

const getJobs: IppMessage = {
  version: [1, 1],
  code: 0x000a,
  requestId: 0x123,
  groups: [
    {
      tag: 1,
      attributes: [
        attribute('attributes-charset', VALUE_TAG.charset, 'utf-8'),
        attribute('attributes-natural-language', VALUE_TAG.naturalLanguage, 'en-us'),
        attribute('printer-uri', VALUE_TAG.uri, 'ipp://printer.example.com/ipp/print/pinetree'),
        attribute('limit', VALUE_TAG.integer, 50),
        attribute('requested-attributes', VALUE_TAG.keyword, 'job-id', 'job-name', 'document-format'),
      ],
    },
  ],
  data: new Uint8Array(),
};

test('the example of RFC 8010 is written and read byte for byte', () => {
  expect(encodeMessage(getJobs)).toEqual(GET_JOBS);
  expect(decodeMessage(GET_JOBS)).toEqual({ ok: true, value: getJobs });
});

describe('broken frames', () => {
  const head = '010100000000000101';
  test.each([
    ['nothing at all', '', 'truncated'],
    ['a header only', '0101000000000001', 'truncated'],
    ['no end-of-attributes-tag', head, 'truncated'],
    ['a name longer than the message', `${head}21ffff6100040000000103`, 'truncated'],
    ['a value longer than the message', `${head}2100016100ff0000000103`, 'truncated'],
    ['a value before any group', '0101000000000001210001610004000000010 3'.replace(' ', ''), 'strayValue'],
    ['an additional value of nothing', `${head}2100000004000000010 3`.replace(' ', ''), 'strayValue'],
    ['a collection without an end', `${head}340001610000 4a0000000162 03`.replaceAll(' ', ''), 'openCollection'],
  ])('%s', (_, hex, error) => {
    expect(decodeMessage(Buffer.from(hex, 'hex'))).toEqual({ ok: false, error });
  });

  test('every message cut short anywhere is refused', () => {
    for (let length = 0; length < GET_JOBS.length; length += 1) {
      expect(decodeMessage(GET_JOBS.subarray(0, length))).toEqual({ ok: false, error: 'truncated' });
    }
  });

  test('an integer of three bytes and a value of an unknown tag are kept as bytes', () => {
    const read = decodeMessage(Buffer.from(`${head}210001610003010203 7e0001620002ffee 03`.replaceAll(' ', ''), 'hex'));
    expect(read.ok && read.value.groups[0]?.attributes).toEqual([
      { name: 'a', values: [{ tag: 0x21, value: Uint8Array.of(1, 2, 3) }] },
      { name: 'b', values: [{ tag: 0x7e, value: Uint8Array.of(0xff, 0xee) }] },
    ]);
  });

  test('a hundred thousand nested collections neither overflow the stack nor hang', () => {
    const open = Buffer.from('3400000000', 'hex');
    const deep = Buffer.concat([
      Buffer.from(`${head}340001610000`, 'hex'),
      ...Array.from({ length: 100_000 }, () => open),
      Buffer.from('03', 'hex'),
    ]);
    expect(decodeMessage(deep)).toEqual({ ok: false, error: 'openCollection' });
  });
});

test('any bytes whatever are answered with a value', () => {
  const message = fc.tuple(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.uint8Array({ maxLength: 300 }));
  fc.assert(
    fc.property(message, ([header, rest]) => {
      const read = decodeMessage(Buffer.concat([header, Buffer.from([1]), rest]));
      // What could be read can be written and read again to the same message.
      if (read.ok)
        expect(decodeMessage(encodeMessage(withoutNull(read.value)))).toEqual({
          ok: true,
          value: withoutNull(read.value),
        });
    }),
    { numRuns: 5_000 },
  );
});

test('a real reply with any of its bytes changed is answered with a value', () => {
  fc.assert(
    fc.property(fc.nat(GET_JOBS.length - 1), fc.nat(255), (at, byte) => {
      const changed = Buffer.from(GET_JOBS);
      changed[at] = byte;
      expect(typeof decodeMessage(changed).ok).toBe('boolean');
    }),
    { numRuns: 3_000 },
  );
});

/** Collections are read as null and cannot be written; names outside ASCII are no names: drop both. */
function withoutNull(message: IppMessage): IppMessage {
  const keeps = ({ values }: IppAttribute): boolean =>
    values.every(({ tag, value }) => tag !== VALUE_TAG.begCollection && (value !== null || tag < 0x20));
  return {
    ...message,
    groups: message.groups.map(({ tag, attributes }) => ({
      tag,
      attributes: attributes.filter(keeps).filter(({ name }) => /^[\x20-\x7e]+$/.test(name)),
    })),
  };
}

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const integer = fc.integer({ min: 0, max: 0x7fffffff });

describe('against the npm package ipp', () => {
  test('it reads what this codec writes', () => {
    const value = fc.oneof(
      integer.map((number) => ({ ours: attribute('x', VALUE_TAG.integer, number), theirs: number as unknown })),
      fc.boolean().map((flag) => ({ ours: attribute('x', VALUE_TAG.boolean, flag), theirs: flag as unknown })),
      text.map((name) => ({ ours: attribute('x', VALUE_TAG.name, name), theirs: name as unknown })),
      word.map((keyword) => ({ ours: attribute('x', VALUE_TAG.keyword, keyword), theirs: keyword as unknown })),
      fc
        .tuple(word, word)
        .map((pair) => ({ ours: attribute('x', VALUE_TAG.keyword, ...pair), theirs: pair as unknown })),
      fc.tuple(integer, integer).map(([lower, upper]) => ({
        ours: attribute('x', VALUE_TAG.rangeOfInteger, { lower, upper }),
        theirs: [lower, upper] as unknown,
      })),
      fc.tuple(integer, integer).map(([cross, feed]) => ({
        ours: attribute('x', VALUE_TAG.resolution, { cross, feed, units: 3 }),
        theirs: [cross, feed, 'dpi'] as unknown,
      })),
      fc.tuple(word, text).map(([language, name]) => ({
        ours: attribute('x', VALUE_TAG.nameWithLanguage, { language, text: name }),
        theirs: `${language}\u001e${name}` as unknown,
      })),
    );
    fc.assert(
      fc.property(value, integer, ({ ours, theirs }, requestId) => {
        const groups = [{ tag: 2, attributes: [ours, attribute('after', VALUE_TAG.integer, 7)] }];
        const bytes = encodeMessage({ version: [2, 0], code: 0x000b, requestId, groups, data: Buffer.from('%PDF') });
        expect(ipp.parse(bytes)).toMatchObject({
          version: '2.0',
          operation: 'Get-Printer-Attributes',
          id: requestId,
          'job-attributes-tag': { x: theirs, after: 7 },
          data: '%PDF',
        });
      }),
      { numRuns: 500 },
    );
  });

  test('this codec reads what it writes, stepping over collections', () => {
    const request = fc.record({
      id: fc.integer({ min: 1, max: 0x7fffffff }),
      jobId: integer,
      user: text,
      data: fc.uint8Array({ maxLength: 200 }),
    });
    fc.assert(
      fc.property(request, ({ id, jobId, user, data }) => {
        const bytes = ipp.serialize({
          version: '2.0',
          operation: 'Print-Job',
          id,
          'operation-attributes-tag': {
            'printer-uri': 'ipp://localhost/ipp/print',
            'job-id': jobId,
            'requesting-user-name': user,
            'last-document': true,
          },
          'job-attributes-tag': {
            'media-col': { 'media-size': { 'x-dimension': 21_000, 'y-dimension': 29_700 }, 'media-type': 'stationery' },
            copies: 3,
          },
          data: Buffer.from(data),
        });
        const read = decodeMessage(bytes);
        if (!read.ok) throw new Error(read.error);
        const [operation, job] = read.value.groups;
        expect(read.value).toMatchObject({ version: [2, 0], code: 2, requestId: id, data });
        expect(operation?.attributes).toEqual([
          attribute('printer-uri', VALUE_TAG.uri, 'ipp://localhost/ipp/print'),
          attribute('job-id', VALUE_TAG.integer, jobId),
          attribute('requesting-user-name', VALUE_TAG.name, user),
          attribute('last-document', VALUE_TAG.boolean, true),
        ]);
        expect(job?.attributes).toEqual([
          attribute('media-col', VALUE_TAG.begCollection, null),
          attribute('copies', VALUE_TAG.integer, 3),
        ]);
      }),
      { numRuns: 300 },
    );
  });
});
