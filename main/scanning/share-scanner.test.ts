import { expect, test } from 'vitest';
import { shareScanner } from './share-scanner.ts';

test('a resident who leaves does not turn the scanner off for staff who put in, nor the other way round', () => {
  const asked: boolean[] = [];
  const share = shareScanner((on) => void asked.push(on));
  const [visit, staff] = [share(), share()];
  staff(true);
  visit(true);
  visit(false);
  visit(false);
  expect(asked).toEqual([true]);
  visit(true);
  staff(false);
  expect(asked).toEqual([true]);
  visit(false);
  expect(asked).toEqual([true, false]);
});
