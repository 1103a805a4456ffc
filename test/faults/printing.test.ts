import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Machine, startMachine } from '../support/machine.ts';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine();
});
afterEach(async () => {
  await machine.goes();
  machine.rig.papers.take();
});
afterAll(() => machine.close());

const documents = () => machine.rig.papers.all().filter(({ kind }) => kind === 'a4');
const receipts = () => machine.rig.papers.all().filter(({ kind }) => kind === 'receipt');

test('paper out on page 2: the clock stands, and after mending one document comes out', async () => {
  const { resident, rig } = machine;
  await machine.toRecord();
  await rig.printer.set('media-empty', 1);
  await resident.touch({ type: 'print' });
  expect((await resident.sees('printTrouble')).code).toBe('printer.paperOut');
  // The printer may say that it has no paper a moment before it has counted its first page.
  await resident.until('one page out', ({ screen }) => screen.name === 'printTrouble' && screen.impressions === 1);
  expect(resident.snapshot().idle).toBeNull();
  await rig.printer.clear('media-empty');
  await resident.sees('rating');
  expect(documents()).toHaveLength(1);
  expect(receipts()).toHaveLength(1);
});

test.each([
  ['media-jam', 'printer.jammed'],
  ['cover-open', 'printer.coverOpen'],
  ['toner-empty', 'printer.tonerOut'],
] as const)('%s while printing: “%s”, mended, printed', async (condition, code) => {
  const { resident, rig } = machine;
  await machine.toRecord();
  await rig.printer.set(condition, 1);
  await resident.touch({ type: 'print' });
  expect((await resident.sees('printTrouble')).code).toBe(code);
  await rig.printer.clear(condition);
  await resident.sees('printed', 'rating');
  expect(documents()).toHaveLength(1);
});

test('paper out and given up: no document, no receipt, not “printed”', async () => {
  const { resident, rig } = machine;
  await machine.toRecord();
  await rig.printer.set('media-empty', 0);
  await resident.touch({ type: 'print' });
  await resident.sees('printTrouble');
  await resident.touch({ type: 'giveUp' });
  await resident.sees('printFailed');
  await rig.printer.clear('media-empty');
  await machine.untilReported((all) => all.some(({ state }) => state === 'notPrinted' || state === 'unknown'));
  expect(documents()).toHaveLength(0);
  expect(receipts()).toHaveLength(0);
});

test('printer gone for ever: the person can give up and leave', async () => {
  const { resident, rig } = machine;
  await machine.toRecord();
  await rig.printer.set('media-empty', 1);
  await resident.touch({ type: 'print' });
  await resident.sees('printTrouble');
  await rig.printer.unplug();
  await resident.until(
    'printer offline',
    ({ screen }) => screen.name === 'printTrouble' && screen.code === 'printer.offline',
  );
  await resident.touch({ type: 'giveUp' });
  await resident.sees('printFailed');
  await rig.printer.clear('media-empty');
  await rig.printer.plug();
  expect(documents()).toHaveLength(0);
});

test('receipt paper out: the document is printed all the same, and the page says why there is no receipt', async () => {
  const { resident, rig } = machine;
  await machine.toRecord();
  rig.receipt.set('paperEnd', true);
  await resident.touch({ type: 'print' });
  const { screen } = await resident.until(
    'receipt failed',
    ({ screen }) => screen.name === 'printed' && screen.receipt === 'failed',
  );
  expect(screen).toMatchObject({ receiptCode: 'receipt.paperOut' });
  rig.receipt.set('paperEnd', false);
  await resident.sees('rating');
  expect(documents()).toHaveLength(1);
});

test('a finished PDF of a department is checked, stamped and printed', async () => {
  const { resident } = machine;
  await machine.toRecord('li-jianguo', '310009000102');
  await resident.touch({ type: 'print' });
  await resident.sees('rating');
  expect(documents()).toHaveLength(1);
});
