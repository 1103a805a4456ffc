import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeCard } from './card-fields.ts';
import type { ItemName } from './items.ts';
import {
  decodeAscii,
  decodeDate,
  decodeDigits,
  decodeEthnicCode,
  decodeRegion,
  decodeSex,
  decodeText,
} from './values.ts';

const bytes = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('values', () => {
  test.each([
    ['digits filled up with F', decodeDigits(bytes('1234FFFF')), '1234'],
    ['digits, an odd number', decodeDigits(bytes('123F')), '123'],
    ['digits with a letter between', decodeDigits(bytes('1A34')), undefined],
    ['no digits', decodeDigits(bytes('FFFF')), undefined],
    ['text filled up with 00', decodeAscii(bytes('332E3030 0000')), '3.00'],
    ['text of nothing', decodeAscii(bytes('0000')), undefined],
    ['text with a control character', decodeAscii(bytes('330730')), undefined],
    ['a day', decodeDate(bytes('19510312')), '1951-03-12'],
    ['the 30th of February', decodeDate(bytes('20240230')), undefined],
    ['a day of FF', decodeDate(bytes('FFFFFFFF')), undefined],
    ['sex 1', decodeSex(bytes('31')), 'male'],
    ['sex of a byte that is no digit', decodeSex(bytes('01')), undefined],
    ['group 11, two digits', decodeEthnicCode(bytes('11'), 'bcd'), '11'],
    ['group 17, a number', decodeEthnicCode(bytes('11'), 'binary'), '17'],
    ['group 00', decodeEthnicCode(bytes('00'), 'bcd'), undefined],
    ['region', decodeRegion(bytes('310115D15600000500')), '310115'],
    ['region that is none', decodeRegion(bytes('31FFFF')), undefined],
  ])('%s', (_name, decoded, expected) => {
    expect(decoded).toBe(expected);
  });

  test('a name in GBK, one with a rare character of GB 18030, one that is damaged', () => {
    expect(decodeText(bytes('CDF5B9F0C0BC 0000'))).toEqual({ text: '王桂兰', replaced: 0 });
    expect(decodeText(iconv.encode('𠮷䶮', 'gb18030'))).toMatchObject({ text: '𠮷䶮', replaced: 0 });
    // An old card has 䶮 in the place that was private then.
    expect(decodeText(bytes('FE9F'))).toEqual({ text: '䶮', replaced: 0 });
    expect(decodeText(bytes('CDF5 07'))).toEqual({ text: '王\u{FFFD}', replaced: 1 });
  });
});

describe('cards', () => {
  const GOOD: readonly (readonly [ItemName, Buffer])[] = [
    ['cardNumber', Buffer.from('S10000000')],
    ['idNumber', Buffer.from('319999195103129021')],
    ['name', bytes('CDF5B9F0C0BC')],
  ];

  test('the three needed items make a card', () => {
    expect(decodeCard(new Map(GOOD), 'bcd')?.card).toEqual({
      cardNumber: 'S10000000',
      idNumber: '319999195103129021',
      name: '王桂兰',
    });
  });

  test.each([
    ['a number that fails GB 11643', 'idNumber', Buffer.from('319999195103129022')],
    ['a name of padding', 'name', Buffer.alloc(30)],
    ['a card number of padding', 'cardNumber', Buffer.alloc(9)],
  ] as const)('%s makes none', (_name, item, value) => {
    expect(decodeCard(new Map([...GOOD, [item, value]]), 'bcd')).toBeUndefined();
  });
});
