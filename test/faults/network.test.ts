import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Machine, MEDICAL_ACCOUNT, startMachine } from '../support/machine.ts';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.close());

test('center down during the whole visit, back later: what was printed meanwhile arrives once', async () => {
  const { resident, rig } = machine;
  await rig.network.unplug();
  await resident.until('offline is shown', ({ offline }) => offline);
  machine.put('wang-guilan');
  await resident.sees('home');
  // What needs the network is said before it begins, and the guide needs none.
  await resident.touch({ type: 'chooseItem', code: MEDICAL_ACCOUNT });
  expect(await resident.sees('item')).toMatchObject({ canStart: false, item: { unavailable: 'needsNetwork' } });
  await resident.touch({ type: 'start' });
  await resident.touch({ type: 'printGuide' });
  await resident.sees('takeAway');
  await machine.goes();
  expect(rig.papers.all()).toMatchObject([{ kind: 'a4' }]);
  rig.papers.take();
  expect(await machine.reported()).toHaveLength(0);

  await rig.network.plug();
  const all = await machine.untilReported((transactions) => transactions.some(({ state }) => state === 'printed'));
  expect(all).toHaveLength(1);
});

test('the network goes while the department is asked: told, and the failure arrives once', async () => {
  const { resident, rig } = machine;
  const before = (await machine.reported()).length;
  machine.put('wang-guilan');
  await resident.sees('home');
  await resident.touch({ type: 'chooseItem', code: MEDICAL_ACCOUNT });
  await resident.sees('confirm');
  await rig.network.unplug();
  await resident.touch({ type: 'confirm' });
  expect((await resident.sees('trouble')).code).toBe('center.unreachable');
  await machine.goes();
  await rig.network.plug();
  const all = await machine.untilReported((transactions) => transactions.some(({ state }) => state === 'failed'));
  expect(all).toHaveLength(before + 1);
});

test('center killed while the person looks at the record: the print goes on, and arrives once when it is back', async () => {
  const { resident, rig } = machine;
  await resident.until('the network is back', ({ offline }) => !offline);
  const before = (await machine.reported()).length;
  await machine.toRecord();
  await rig.center.kill();
  await resident.touch({ type: 'print' });
  await resident.sees('rating');
  await resident.touch({ type: 'rate', level: 4 });
  await machine.goes();

  await rig.center.start();
  const all = await machine.untilReported((transactions) => transactions.length > before);
  expect(all).toHaveLength(before + 1);
  expect(rig.papers.all().filter(({ kind }) => kind === 'a4')).toHaveLength(1);
});
