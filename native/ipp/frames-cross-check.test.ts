import fc from 'fast-check';
import ipp from 'ipp';
import { expect, test } from 'vitest';
import { attribute } from './attributes.ts';
import { collection } from './collections.ts';
import { decodeMessage, encodeMessage } from './frames.ts';
import { VALUE_TAG } from './tags.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const integer = fc.integer({ min: 0, max: 0x7fffffff });

test('the npm package ipp reads what this codec writes', () => {
  const value = fc.oneof(
    integer.map((number) => ({ ours: attribute('x', VALUE_TAG.integer, number), theirs: number as unknown })),
    fc.boolean().map((flag) => ({ ours: attribute('x', VALUE_TAG.boolean, flag), theirs: flag as unknown })),
    text.map((name) => ({ ours: attribute('x', VALUE_TAG.name, name), theirs: name as unknown })),
    word.map((keyword) => ({ ours: attribute('x', VALUE_TAG.keyword, keyword), theirs: keyword as unknown })),
    fc.tuple(word, word).map((pair) => ({ ours: attribute('x', VALUE_TAG.keyword, ...pair), theirs: pair as unknown })),
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

test('this codec reads what the npm package ipp writes, collections included', () => {
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
        collection(
          'media-col',
          collection(
            'media-size',
            attribute('x-dimension', VALUE_TAG.integer, 21_000),
            attribute('y-dimension', VALUE_TAG.integer, 29_700),
          ),
          attribute('media-type', VALUE_TAG.keyword, 'stationery'),
        ),
        attribute('copies', VALUE_TAG.integer, 3),
      ]);
    }),
    { numRuns: 300 },
  );
});

test('the npm package ipp reads the media-col that this codec writes', () => {
  const size = collection('media-size', attribute('x-dimension', VALUE_TAG.integer, 21_000));
  const mediaCol = collection('media-col', size, attribute('media-source', VALUE_TAG.keyword, 'tray-2'));
  const groups = [{ tag: 2, attributes: [mediaCol, attribute('copies', VALUE_TAG.integer, 1)] }];
  const bytes = encodeMessage({ version: [1, 1], code: 5, requestId: 1, groups, data: Buffer.alloc(0) });
  expect(ipp.parse(bytes)).toMatchObject({
    'job-attributes-tag': {
      'media-col': { 'media-size': { 'x-dimension': 21_000 }, 'media-source': 'tray-2' },
      copies: 1,
    },
  });
});
