import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCatalogue } from '../../main/catalogue/testing.ts';
import { type Machine, MEDICAL_ACCOUNT, startMachine } from '../support/machine.ts';

/** 无犯罪记录证明: twice a day for one person at one machine. */
const CERTIFICATE = '310009000102';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.close());

/** Chosen and confirmed by somebody whose card lies there already. */
async function ask(itemCode: string): Promise<void> {
  const { resident } = machine;
  await resident.sees('home');
  await resident.touch({ type: 'chooseItem', code: itemCode });
  await resident.sees('confirm');
  await resident.touch({ type: 'confirm' });
}

/** …printed, and on with the visit once the center, which counts, was told. */
async function print(time: number): Promise<void> {
  const { resident } = machine;
  await ask(CERTIFICATE);
  await resident.until('a laid-out record', ({ screen }) => screen.name === 'record' && screen.pages !== undefined);
  await resident.touch({ type: 'print' });
  await resident.sees('rating');
  await machine.untilReported((all) => all.filter(({ state }) => state === 'printed').length === time);
  await resident.touch({ type: 'skip' });
  await resident.sees('takeAway');
  await resident.touch({ type: 'continueVisit' });
}

test('printed twice today, the third time is refused with its sentence, and other items go on', async () => {
  const { resident, rig } = machine;
  expect(seedCatalogue().byCode(CERTIFICATE)?.machine).toMatchObject({ limits: { perPersonAndDay: 2 } });
  machine.put('li-jianguo');
  await print(1);
  await print(2);

  await ask(CERTIFICATE);
  expect(await resident.sees('trouble')).toEqual({ name: 'trouble', code: 'center.limitReached', retry: false });
  const told = await machine.untilReported((all) => all.some(({ state }) => state === 'failed'));
  expect(told.find(({ state }) => state === 'failed')).toMatchObject({ errorCode: 'center.limitReached' });

  await resident.touch({ type: 'home' });
  await ask(MEDICAL_ACCOUNT);
  await resident.sees('record');
  expect(rig.papers.all().filter(({ kind }) => kind === 'a4')).toHaveLength(2);
});
