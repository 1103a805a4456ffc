import { expect, type Page, test } from '@playwright/test';
import { encodePickupCode } from '../../contract/pickup-code.ts';
import { waitForScreen } from '../../scripts/journey/browser.ts';
import { axeFindsNothing, press, type } from '../support/hand.ts';
import { caseAtCenter } from '../support/locker-center.ts';
import {
  doneSigning,
  doorAtFront,
  picture,
  sign,
  signAndTake,
  signOutAt,
  staffSees,
} from '../support/locker-gestures.ts';
import { CASE, type LockerSite, openLockerSite } from '../support/locker-hand.ts';

// Picking up, at boards with a sensor in each cell. Every test has a document and a holder of its own.

let site: LockerSite;
let front: Page;
test.beforeAll(async () => {
  site = await openLockerSite({
    locker: { driver: 'cu16', boards: 2, cells: 12 },
    changeConfig: (config) => ({ ...config, parcels: { doorAlarmSeconds: 120, lockMinutes: 1 } }),
  });
  front = site.front;
});
test.afterEach(() => site.machine.goes());
test.afterAll(() => site.close());

async function toPickup(person?: string): Promise<void> {
  if (person !== undefined) {
    site.machine.put(person);
    await waitForScreen(front, 'home');
  } else await waitForScreen(front, 'attract', 'takeAway', 'goodbye').then(() => waitForScreen(front, 'attract'));
  await press(front, /^取件/);
  await waitForScreen(front, 'pickup');
}

const isTold = (sentence: RegExp): Promise<void> =>
  expect(front.locator('.told')).toContainText(sentence, { timeout: 20_000 });
/** Puts a document in; `pulsed` answers the cells whose locks were under current since then. */
async function putIn(number: number): Promise<{ readonly cell: number; pulsed(): readonly number[] }> {
  const [cell = 0] = await site.putIn(number);
  const before = site.cabinet.pulses().length;
  return { cell, pulsed: () => site.cabinet.pulses().slice(before) };
}

test('card and QR code: every screen is clean; the used code opens nothing again, nor does one of another machine', async () => {
  const { cell, pulsed } = await putIn(3);
  const { qr } = await site.codesFor('老年人优待证');
  site.machine.put('li-jianguo');
  await waitForScreen(front, 'home');
  await expect(front.getByText('您有 1 份证件待取')).toBeVisible();
  await axeFindsNothing(front);
  await press(front, /^取件/);
  await waitForScreen(front, 'pickup');
  await axeFindsNothing(front);
  await picture(front, 'pickup-card');
  await site.scan(encodePickupCode('123456789012'));
  await isTold(/本柜没有这个二维码对应的件/);
  await picture(front, 'pickup-unknown-qr');
  await site.scan(qr);
  await waitForScreen(front, 'pickupSign');
  await axeFindsNothing(front);
  await picture(front, 'sign-empty');
  await sign(front);
  await picture(front, 'sign-drawn');
  await doneSigning(front);
  expect(await doorAtFront(front)).toBe(cell);
  await picture(front, 'door-open');
  site.cabinet.take(cell);
  site.cabinet.close(cell);
  await waitForScreen(front, 'lockerEnd');
  await expect(front.getByRole('heading', { name: '取好了，柜门已关' })).toBeVisible();
  await picture(front, 'end-taken');
  await site.machine.goes();

  await toPickup('li-jianguo');
  await expect(front.getByText('本柜没有您这张证件的件。')).toBeVisible();
  await site.scan(qr);
  await isTold(/已经用过了/);
  expect(pulsed()).toEqual([cell]);
});

test('code and QR code, with the agent’s own card on the reader: handed over, and the center knows that it was an agent', async () => {
  const { cell } = await putIn(2);
  const { code, qr } = await site.codesFor('社会保障卡');
  await toPickup('chen-xiaoyu');
  await site.scan(qr);
  await isTold(/没有这张证件的件/);
  await press(front, '代别人取，再输取件码');
  await type(front, code);
  await waitForScreen(front, 'pickupSign');
  await expect(front.getByText('您代别人领取')).toBeVisible();
  await picture(front, 'sign-agent');
  expect(await signAndTake(site)).toBe(cell);
  await expect
    .poll(() => caseAtCenter(site.machine, CASE(2)), { timeout: 20_000 })
    .toMatchObject({ acts: ['putIn closed staff', 'pickUp closed agent'], parcels: ['released'], evidence: 1 });
});

test('an item for its holder alone: an agent with code and QR code is told so, and no door opens', async () => {
  const { pulsed } = await putIn(9);
  const { code, qr } = await site.codesFor('独生子女父母光荣证');
  await toPickup();
  await picture(front, 'pickup-guest');
  await type(front, code);
  await site.scan(qr);
  await isTold(/只能本人持身份证领取/);
  await picture(front, 'pickup-holder-only');
  await site.machine.goes();
  // Somebody else's card is no help: the right code is not even judged beside it.
  await toPickup('zhao-gong-fu');
  await type(front, code);
  await isTold(/没有这张证件的件/);
  await picture(front, 'pickup-foreign-card');
  expect(pulsed()).toEqual([]);
});

test('five wrong codes close the pad for this person; staff are told, and card and QR code still open', async () => {
  const { cell, pulsed } = await putIn(12);
  const { code, qr } = await site.codesFor('结婚登记档案证明');
  const wrong = code === '111111' ? '222222' : '111111';
  await toPickup('wong-ka-ming');
  for (let tries = 1; tries <= 4; tries += 1) {
    await type(front, wrong);
    await isTold(/取件码不对/);
  }
  await picture(front, 'pickup-wrong-code');
  await type(front, wrong);
  await expect(front.getByRole('heading', { name: '取件码输错次数太多' })).toBeVisible();
  await picture(front, 'pickup-locked');
  // A hundred codes more, as fast as the line takes them.
  await Promise.all([...'0123456789'.repeat(60)].map((key) => site.machine.resident.touch({ type: 'key', key })));
  expect(pulsed()).toEqual([]);
  await site.signIn('1001');
  await staffSees(site.back, 'jobs');
  await press(site.back, /^异常/);
  await staffSees(site.back, 'exceptions');
  await picture(site.back, 'staff-exceptions-guessing');
  await press(site.back, /有人乱试取件码/);
  await press(site.back, '知道了，处理完毕');
  await expect(site.back.getByText('没有异常，都对得上')).toBeVisible();
  await signOutAt(site.back);
  await site.scan(qr);
  expect(await signAndTake(site)).toBe(cell);
});

test('a document that was left inside: once more the same door, and then it is taken', async () => {
  const { cell, pulsed } = await putIn(8);
  const { code } = await site.codesFor('出生医学证明');
  await toPickup('ouyang-minghua');
  await type(front, code);
  await waitForScreen(front, 'pickupSign');
  await press(front, '不便签名');
  expect(await doorAtFront(front)).toBe(cell);
  site.cabinet.close(cell);
  await waitForScreen(front, 'lockerEnd');
  await expect(front.getByRole('heading', { name: '件好像还在柜里' })).toBeVisible();
  await picture(front, 'end-still-inside');
  await press(front, `再开一次 ${cell} 号柜门`);
  expect(await doorAtFront(front)).toBe(cell);
  site.cabinet.take(cell);
  site.cabinet.close(cell);
  await expect(front.getByRole('heading', { name: '取好了，柜门已关' })).toBeVisible({ timeout: 20_000 });
  expect(pulsed()).toEqual([cell, cell]);
});
