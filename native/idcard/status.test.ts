import { describe, expect, it } from 'vitest';
import { checkCharacter, isCitizenNumber } from '../../contract/citizen-number.ts';
import { ethnicGroupName } from './ethnic-groups.ts';
import { samIdText } from './sam-id.ts';
import { sdtStatus } from './status.ts';

describe('status byte', () => {
  it.each([
    [0x90, 'success', 'done'],
    [0x91, 'noSuchItem', 'empty'],
    [0x9f, 'cardFound', 'done'],
    [0x10, 'checksumWrong', 'retry'],
    [0x11, 'lengthWrong', 'retry'],
    [0x21, 'commandUnknown', 'programError'],
    [0x23, 'outOfSequence', 'restart'],
    [0x24, 'unrecognisedError', 'retry'],
    [0x31, 'samNotAccepted', 'rePresent'],
    [0x32, 'cardNotAccepted', 'rePresent'],
    [0x33, 'informationUnverified', 'rePresent'],
    [0x37, 'fingerprintUnverified', 'rePresent'],
    [0x3f, 'informationLengthWrong', 'rePresent'],
    [0x40, 'cardTypeUnknown', 'unsupportedCard'],
    [0x41, 'readFailed', 'rePresent'],
    [0x47, 'randomFailed', 'rePresent'],
    [0x60, 'selfCheckFailed', 'deviceFault'],
    [0x66, 'samNotAuthorised', 'deviceFault'],
    [0x80, 'findFailed', 'noCard'],
    [0x81, 'selectFailed', 'noCard'],
  ])('%i is %s: %s', (byte, name, handling) => {
    expect(sdtStatus(byte)).toEqual({ name, handling });
  });

  it('a byte that no list names is unknown and the card must be put again', () => {
    const named = Array.from({ length: 256 }, (_, byte) => sdtStatus(byte)).filter(({ name }) => name !== 'unknown');
    expect(named).toHaveLength(20);
    expect(sdtStatus(0x77)).toEqual({ name: 'unknown', handling: 'rePresent' });
  });
});

describe('numbers and codes', () => {
  it('the published specimen numbers of GB 11643 pass, one digit changed they do not', () => {
    expect(isCitizenNumber('11010519491231002X')).toBe(true);
    expect(isCitizenNumber('440524188001010014')).toBe(true);
    expect(isCitizenNumber('440524188001010013')).toBe(false);
    expect(isCitizenNumber('44052418800101001')).toBe(false);
    expect(checkCharacter('11010519491231002')).toBe('X');
  });

  it('GB/T 3304 has 56 groups and two more codes', () => {
    const codes = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0'));
    expect(codes.filter((code) => ethnicGroupName(code) !== undefined)).toHaveLength(58);
    expect(['01', '05', '29', '43', '56', '97'].map(ethnicGroupName)).toEqual([
      ...['汉', '维吾尔', '柯尔克孜', '乌孜别克', '基诺', '其他'],
    ]);
  });

  it('a SAM-ID is printed as on the module', () => {
    const bytes = Uint8Array.of(5, 0, 1, 0, 0x31, 0xd3, 0x33, 1, 0x7b, 0, 0, 0, 0xff, 0xe0, 0xf5, 5);
    expect(samIdText(bytes)).toBe('05.01-20173617-0000000123-0099999999');
  });
});
