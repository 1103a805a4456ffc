import { expect, test } from '@playwright/test';
import { waitForScreen } from '../../scripts/journey/browser.ts';
import { press, type } from '../support/hand.ts';
import { caseAtCenter } from '../support/locker-center.ts';
import {
  doorAtBack,
  doorAtFront,
  picture,
  putInAt,
  sign,
  signInAt,
  signOutAt,
  staffSees,
  typeNumber,
  typePin,
} from '../support/locker-gestures.ts';
import { CASE, type LockerSite, openLockerSite } from '../support/locker-hand.ts';

// A locker of two cells, and doors that are soon called open for too long.

let site: LockerSite;
test.beforeAll(async () => {
  site = await openLockerSite({
    locker: { driver: 'cu16', boards: 1, cells: 2 },
    changeConfig: (config) => ({ ...config, parcels: { doorRemindSeconds: 3, doorAlarmSeconds: 10 } }),
  });
});
test.afterAll(() => site.close());

test('both cells full: said to staff and residents; a door left open is an exception, and staff find the document in place', async () => {
  const { front, back, machine, cabinet } = site;
  await signInAt(back, site.member('1001'));
  await press(back, /放入证照/);
  await staffSees(back, 'putIn');
  await putInAt(site, CASE(5), 1);
  const cell = await putInAt(site, CASE(2), 2);
  await site.scan(CASE(3));
  await expect(back.getByRole('alert')).toContainText('没有合适的空柜了');
  await picture(back, 'staff-full');
  await press(back, '工作台');
  await expect(back.getByText('没有空柜了')).toBeVisible();
  await signOutAt(back);

  const { code } = await site.codesFor('社会保障卡');
  machine.put('wang-guilan');
  await waitForScreen(front, 'home');
  await press(front, /^交材料/);
  await waitForScreen(front, 'handIn');
  await picture(front, 'hand-in');
  await site.scan(CASE(114));
  await waitForScreen(front, 'handInConfirm');
  await press(front, '没错，开柜门');
  await waitForScreen(front, 'trouble');
  await expect(front.getByText('暂无可使用柜子')).toBeVisible();
  await picture(front, 'full');
  await press(front, /^首页/);
  await waitForScreen(front, 'home');

  await press(front, /^取件/);
  await waitForScreen(front, 'pickup');
  await type(front, code);
  await waitForScreen(front, 'pickupSign');
  await sign(front);
  await press(front, /^签好了/);
  expect(await doorAtFront(front)).toBe(cell);
  await expect(front.getByRole('heading', { name: '取出证件，关好柜门' })).toBeVisible();
  await expect(front.getByText('柜门还开着。', { exact: false })).toBeVisible({ timeout: 20_000 });
  await picture(front, 'door-remind');
  await expect(front.getByRole('heading', { name: /柜门没有关好/ })).toBeVisible({ timeout: 30_000 });
  await picture(front, 'end-left-open');
  await machine.goes();

  cabinet.close(cell);
  await site.signIn('1001');
  await staffSees(back, 'jobs');
  await press(back, /^异常/);
  await press(back, /门没有关好/);
  await staffSees(back, 'exception');
  await picture(back, 'staff-exception');
  await press(back, '先开门看一看');
  // Something is written to lie there: two people look.
  const second = site.member('1002');
  await expect(back.getByText(`打开 ${cell} 号柜要两个人`, { exact: false })).toBeVisible();
  await picture(back, 'staff-second-person');
  await typeNumber(back, second.number);
  await typePin(back, second.pin);
  expect(await doorAtBack(site)).toBe(cell);
  cabinet.close(cell);
  await expect(back.getByRole('heading', { name: '现在请说看到了什么' })).toBeVisible({ timeout: 20_000 });
  await picture(back, 'staff-verdicts');
  await press(back, /^件在里面/);
  await expect(back.getByText('没有异常，都对得上')).toBeVisible();
  await signOutAt(back);
  await expect
    .poll(() => caseAtCenter(machine, CASE(2)), { timeout: 20_000 })
    .toMatchObject({
      parcels: ['stored'],
      acts: ['putIn closed staff', 'pickUp leftOpen holder', 'inspect closed staff'],
      notices: ['deposited', 'again'],
    });
});
