import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Machine, startMachine } from '../support/machine.ts';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.close());

test('center down during the whole visit, back later: everything arrives once', async () => {
  const { resident, rig } = machine;
  await rig.network.unplug();
  await resident.until('offline is shown', ({ offline }) => offline);
  await machine.ask();
  expect((await resident.sees('trouble')).code).toBe('center.unreachable');
  await machine.goes();
  expect(await machine.reported()).toHaveLength(0);

  await rig.network.plug();
  const all = await machine.untilReported((transactions) => transactions.some(({ state }) => state === 'failed'));
  expect(all).toHaveLength(1);
});

test('center killed while the person looks at the record: the print goes on, and arrives once when it is back', async () => {
  const { resident, rig } = machine;
  const before = (await machine.reported()).length;
  await machine.toRecord();
  await rig.center.kill();
  await resident.touch({ type: 'print' });
  await resident.sees('rating');
  await resident.touch({ type: 'rate', level: 4 });
  await machine.goes();

  await rig.center.start();
  const all = await machine.untilReported((transactions) => transactions.some(({ state }) => state === 'printed'));
  expect(all).toHaveLength(before + 1);
  expect(rig.papers.all().filter(({ kind }) => kind === 'a4')).toHaveLength(1);
});
