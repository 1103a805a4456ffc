import { describe, expect, test } from 'vitest';
import { attribute, type IppAttribute } from './attributes.ts';
import { readAttributes } from './reply.ts';
import { suppliesOf } from './supplies.ts';
import { VALUE_TAG } from './tags.ts';

const { integer, keyword, name: nameTag, octetString, text } = VALUE_TAG;
const supplies = (attributes: IppAttribute[], reasons: string[] = []) =>
  suppliesOf(readAttributes({ attributes }), reasons);
const markers = (types: string[], levels: number[], ...more: IppAttribute[]) => [
  attribute('marker-types', keyword, ...types),
  attribute('marker-levels', integer, ...levels),
  ...more,
];

describe('marker levels', () => {
  test.each([
    ['toner', 75, 'full', 75],
    ['toner', 10, 'low', 10],
    ['toner', 0, 'low', 0],
    ['toner', -1, 'unknown', null],
    ['toner', -2, 'unknown', null],
    ['toner', -3, 'full', null],
    ['inkCartridge', 5, 'low', 5],
    ['toner', 4711, 'full', 100],
    ['wasteToner', 3, 'ok', 3],
    ['waste-toner', 95, 'high', 95],
    ['wasteToner', -3, 'ok', null],
    ['wasteToner', -2, 'unknown', null],
    ['opc', 50, 'full', 50],
  ])('%s at %i is %s', (type, level, state, percent) => {
    expect(supplies(markers([type], [level]))).toMatchObject([{ state, percent }]);
  });

  test('low and high as the printer sets them', () => {
    const limits = [attribute('marker-low-levels', integer, 20, 0), attribute('marker-high-levels', integer, 100, 60)];
    expect(supplies(markers(['toner', 'wasteToner'], [19, 61], ...limits))).toMatchObject([
      { kind: 'toner', state: 'low' },
      { kind: 'waste', state: 'high' },
    ]);
  });

  test('names are shown, without control characters and not endless', () => {
    const names = attribute('marker-names', nameTag, 'Black\u0007 Toner', 'x'.repeat(5000));
    const [black, endless] = supplies(markers(['toner', 'toner'], [50, 50], names));
    expect(black?.name).toBe('Black Toner');
    expect(endless?.name).toHaveLength(60);
  });
});

describe('printer-supply', () => {
  const supply = (...texts: string[]) =>
    attribute('printer-supply', octetString, ...texts.map((each) => Buffer.from(each)));

  test('as ippeveprinter writes it', () => {
    expect(
      supplies([
        supply(
          'index=1;class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=25;colorantname=unknown;',
          'index=2;class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=100;level=7;colorantname=black;',
        ),
        attribute('printer-supply-description', text, 'Toner Waste Tank', 'Black Toner'),
      ]),
    ).toEqual([
      // Whether 25 is filled or free differs between printers, so it is not told.
      { name: 'Toner Waste Tank', kind: 'waste', state: 'unknown', percent: null },
      { name: 'Black Toner', kind: 'toner', state: 'low', percent: 7 },
    ]);
  });

  test('a level in other units is set against the capacity', () => {
    const toner = 'class=supplyThatIsConsumed;type=toner;unit=impressions;maxcapacity=6000;level=3000;';
    expect(supplies([supply(toner)])).toMatchObject([{ percent: 50, state: 'full' }]);
  });

  test.each(['', ';;;', 'level', 'level=;type=toner', 'level=99999999999999;type=toner', 'level=1e9;type=toner'])(
    'nonsense (%s) is an unknown level',
    (nonsense) => {
      expect(supplies([supply(nonsense)])).toMatchObject([{ state: 'unknown', percent: null }]);
    },
  );

  test('marker levels are believed before it, and a thousand supplies are cut', () => {
    expect(supplies([supply('type=toner;level=1'), ...markers(['toner'], [60])])).toMatchObject([{ percent: 60 }]);
    expect(supplies(markers([], new Array<number>(1000).fill(5)))).toHaveLength(32);
  });
});

test('what the printer says of its waste container is believed before any level', () => {
  const low = markers(['wasteToner'], [1]);
  expect(supplies(low, ['marker-waste-full'])).toMatchObject([{ state: 'full' }]);
  expect(supplies(low, ['marker-waste-almost-full'])).toMatchObject([{ state: 'high' }]);
});
