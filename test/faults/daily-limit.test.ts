import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERRORS } from '../../contract/errors.ts';
import { seedCatalogue } from '../../main/catalogue/testing.ts';
import { type Machine, startMachine } from '../support/machine.ts';

/** 无犯罪记录证明: twice a day for one person at one machine. */
const CERTIFICATE = '310009000102';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.close());

const printed = (transactions: Awaited<ReturnType<Machine['reported']>>): number =>
  transactions.filter(({ state }) => state === 'printed').length;

test('printed twice today, the third time is refused with its sentence; other items and other people go on', async () => {
  const { resident, rig } = machine;
  expect(seedCatalogue().byCode(CERTIFICATE)?.machine).toMatchObject({ limits: { perPersonAndDay: 2 } });
  for (const time of [1, 2]) {
    await machine.toRecord('li-jianguo', CERTIFICATE);
    await resident.touch({ type: 'print' });
    await resident.sees('rating');
    await machine.goes();
    // The center counts what it was told of.
    await machine.untilReported((all) => printed(all) === time);
  }

  await machine.ask('li-jianguo', CERTIFICATE);
  expect(await resident.sees('trouble')).toEqual({ name: 'trouble', code: 'center.limitReached', retry: false });
  expect(ERRORS['center.limitReached'].resident.zh).toContain('明天再来');
  await machine.untilReported((all) => all.some(({ errorCode }) => errorCode === 'center.limitReached'));

  await resident.touch({ type: 'home' });
  await machine.toRecord('li-jianguo');
  await machine.goes();
  await machine.toRecord('wang-guilan', CERTIFICATE);
  expect(rig.papers.all().filter(({ kind }) => kind === 'a4')).toHaveLength(2);
  await machine.goes();
});
