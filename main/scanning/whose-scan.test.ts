import { expect, test } from 'vitest';
import type { Scanned } from '../../contract/scanned.ts';
import { isForVisit } from './whose-scan.ts';

const pickupCode: Scanned = { kind: 'pickupCode', digits: '111122223333' };
const caseNumber: Scanned = { kind: 'caseNumber', caseNumber: '310120202600002' };
const other: Scanned = { kind: 'refused', code: 'scanner.notOurs', reason: 'unknown' };

test('staff put in behind the machine while a resident stands before it: each gets what they scanned', () => {
  expect(isForVisit(pickupCode, 'attract')).toBe(true);
  expect(isForVisit(pickupCode, 'pickup')).toBe(true);
  expect(isForVisit(caseNumber, 'attract')).toBe(false);
  expect(isForVisit(caseNumber, 'pickup')).toBe(false);
});

test('a resident is told what the scanner saw besides, where they are asked for a code', () => {
  expect(isForVisit(other, 'pickup')).toBe(true);
  expect(isForVisit(other, 'handIn')).toBe(true);
  expect(isForVisit(caseNumber, 'handIn')).toBe(true);
  expect(isForVisit(other, 'home')).toBe(false);
});

test('staff at the machine’s own screen get all of it', () => {
  for (const scanned of [pickupCode, caseNumber, other]) expect(isForVisit(scanned, 'staff')).toBe(false);
});
