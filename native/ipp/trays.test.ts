import { expect, test } from 'vitest';
import { attribute, type IppAttribute } from './attributes.ts';
import { collection } from './collections.ts';
import { readAttributes } from './reply.ts';
import { toPrinterStatus } from './status.ts';
import { VALUE_TAG } from './tags.ts';
import { traysOf } from './trays.ts';

const { integer, keyword, octetString } = VALUE_TAG;
const trays = (...attributes: IppAttribute[]) => traysOf(readAttributes({ attributes }));
const inputTrays = (...texts: string[]) =>
  attribute('printer-input-tray', octetString, ...texts.map((text) => Buffer.from(text)));
const tray = (name: string, level: number, maxcapacity: number) =>
  `type=sheetFeedAutoRemovableTray;mediafeed=0;mediaxfeed=0;maxcapacity=${maxcapacity};level=${level};status=0;name=${name};`;
const ready = (source: string, ...more: IppAttribute[]) =>
  collection('media-col-ready', attribute('media-source', keyword, source), ...more).values[0] ?? {
    tag: 0,
    value: null,
  };

test.each([
  [250, 250, 'full', 100],
  [25, 250, 'low', 10],
  [0, 250, 'out', 0],
  [-3, 250, 'full', null],
  [-2, 250, 'unknown', null],
  [-1, 250, 'unknown', null],
  [12, -2, 'full', null],
])('level %i of %i is %s', (level, capacity, paper, percent) => {
  expect(trays(inputTrays(tray('tray-1', level, capacity)))).toMatchObject([{ paper, percent }]);
});

test.each([
  ['main', 'upper'],
  ['tray-1', 'upper'],
  ['alternate', 'lower'],
  ['tray-2', 'lower'],
  ['tray-3', 'aux'],
  ['by-pass-tray', 'external'],
  ['com.example-drawer', null],
])('%s lies where XFS4IoT says %s', (name, place) => {
  expect(trays(inputTrays(tray(name, 5, 10)))).toMatchObject([{ name, place }]);
});

test('"auto" is no tray; what lies in each comes from media-col-ready', () => {
  const size = collection(
    'media-size',
    attribute('x-dimension', integer, 21_000),
    attribute('y-dimension', integer, 29_700),
  );
  const mediaReady = {
    name: 'media-col-ready',
    values: [ready('tray-1', attribute('media-size-name', keyword, 'iso_a4_210x297mm')), ready('tray-2', size)],
  };
  const told = inputTrays(tray('auto', -2, -2), tray('tray-1', 5, 10), tray('tray-2', -2, -2), tray('tray-3', -2, -2));
  expect(trays(told, mediaReady)).toMatchObject([
    { name: 'tray-1', media: 'iso_a4_210x297mm', paper: 'full' },
    // Its level is not known, but paper was said to lie there.
    { name: 'tray-2', media: '210x297mm', paper: 'full' },
    { name: 'tray-3', media: '', paper: 'unknown' },
  ]);
  expect(trays(mediaReady)).toMatchObject([{ name: 'tray-1' }, { name: 'tray-2' }]);
});

test('a printer with one empty tray of two has paper; with both empty it has none, though it complains of nothing', () => {
  const paper = (...levels: number[]) =>
    toPrinterStatus(
      readAttributes({ attributes: [inputTrays(...levels.map((level, at) => tray(`tray-${at + 1}`, level, 100)))] }),
    ).paper;
  expect(paper(0, 90)).toBe('full');
  expect(paper(0, 5)).toBe('low');
  expect(paper(0, 0)).toBe('out');
});

test.each(['', 'name=', ';;=;', 'level=0', `name=${'x'.repeat(9000)};level=1`])(
  'nonsense (%#) does no harm',
  (text) => {
    for (const { name, media } of trays(inputTrays(text))) {
      expect(name.length).toBeLessThanOrEqual(60);
      expect(media).toBe('');
    }
  },
);
