import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Machine, MEDICAL_ACCOUNT, startMachine } from '../support/machine.ts';

let machine: Machine;
beforeEach(async () => {
  machine = await startMachine();
});
afterEach(() => machine.close());

const documents = () => machine.rig.papers.all().filter(({ kind }) => kind === 'a4');

test('kill -9 of the core while printing: exactly one document and one transaction after the restart', async () => {
  const { resident, rig, kiosk } = machine;
  await machine.toRecord();
  // The first page is out and the second held back, so that the core dies in the middle for certain.
  await rig.printer.set('media-empty', 1);
  await resident.touch({ type: 'print' });
  await resident.sees('printTrouble');
  const pid = kiosk.corePid();
  process.kill(pid, 'SIGKILL');
  await rig.printer.clear('media-empty');

  await resident.until('a restarted core', ({ screen }) => screen.name === 'home' || screen.name === 'attract');
  expect(kiosk.corePid()).not.toBe(pid);
  const all = await machine.untilReported((transactions) => transactions.some(({ state }) => state === 'printed'));
  expect(all).toHaveLength(1);
  expect(documents()).toHaveLength(1);

  // Whoever comes back later is told what became of the print.
  await machine.goes();
  machine.put('wang-guilan');
  const { earlier } = await resident.sees('home');
  expect(earlier?.outcome).toBe('printed');
});

test('kill -9 of the core while printing: the person who stays is told that it prints, and cannot print it twice', async () => {
  const { resident, rig, kiosk } = machine;
  await machine.toRecord();
  await rig.printer.set('media-empty', 1);
  await resident.touch({ type: 'print' });
  await resident.sees('printTrouble');
  process.kill(kiosk.corePid(), 'SIGKILL');

  // The card was never taken off: the visit begins by itself, and the printer is still held up.
  const printing = await resident.until(
    'home with a running print',
    ({ screen }) => screen.name === 'home' && screen.earlier?.outcome === 'printing',
  );
  expect(printing.visitor?.maskedName).toBe('王**');
  await resident.touch({ type: 'chooseItem', code: MEDICAL_ACCOUNT });
  expect(await resident.sees('item')).toMatchObject({ canStart: false, item: { unavailable: 'stillPrinting' } });
  await resident.touch({ type: 'start' });
  await resident.touch({ type: 'back' });
  expect((await resident.sees('home')).earlier?.outcome).toBe('printing');

  await rig.printer.clear('media-empty');
  await resident.until(
    'home with the end',
    ({ screen }) => screen.name === 'home' && screen.earlier?.outcome === 'printed',
  );
  await resident.touch({ type: 'leave' });
  expect(await resident.sees('takeAway')).toMatchObject({ card: true, paper: true });
  expect(documents()).toHaveLength(1);
});

test('kill -9 of the core while a record is shown: one transaction, failed, nothing printed', async () => {
  const { resident, kiosk } = machine;
  await machine.toRecord();
  process.kill(kiosk.corePid(), 'SIGKILL');
  const all = await machine.untilReported((transactions) => transactions.some(({ state }) => state === 'failed'));
  expect(all).toMatchObject([{ errorCode: 'core.restarted' }]);
  expect(documents()).toHaveLength(0);
  await resident.until('a restarted core', ({ screen }) => screen.name === 'home' || screen.name === 'attract');
});
