import { expect, type Page, test } from '@playwright/test';
import { waitForScreen } from '../../scripts/journey/browser.ts';
import { axeFindsNothing, press, type } from '../support/hand.ts';
import { caseAtCenter } from '../support/locker-center.ts';
import {
  doneSigning,
  doorAtBack,
  doorAtFront,
  looked,
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

// Staff at their page, on the machine's own screen and on a second one behind it. Every test has documents of its own.

let site: LockerSite;
let front: Page;
let back: Page;
test.beforeAll(async () => {
  site = await openLockerSite({
    locker: { driver: 'cu16', boards: 2, cells: 8 },
    changeConfig: (config) => ({ ...config, parcels: { doorAlarmSeconds: 120 } }),
  });
  ({ front, back } = site);
});
test.afterEach(() => site.machine.goes());
test.afterAll(() => site.close());

/** Administrators show their card, too; asked for after the right PIN. */
async function administratorSignsIn(): Promise<void> {
  const { number, pin } = site.member('9001');
  await staffSees(back, 'closed');
  await press(back, '登录');
  await typeNumber(back, number);
  await typePin(back, pin);
  await expect(back.getByRole('alert')).toContainText('管理员要放上本人证件');
  await picture(back, 'staff-needs-card');
  site.machine.put('chen-xiaoyu');
  await expect(back.getByText(/证件已读/)).toBeVisible();
  await typePin(back, pin);
  await staffSees(back, 'jobs');
  await expect(back.getByText(/管理员/).first()).toBeVisible();
  // Laid on the reader for this, it begins no visit.
  expect(site.machine.resident.snapshot()).toMatchObject({ visitor: null, screen: { name: 'attract' } });
  site.machine.take();
}

test('on the machine’s own screen: three touches of the clock, a wrong PIN, the right one, and out again', async () => {
  await waitForScreen(front, 'attract');
  for (let touches = 0; touches < 3; touches += 1) await front.locator('.clock').tap();
  await waitForScreen(front, 'technician');
  await axeFindsNothing(front);
  await picture(front, 'technician');
  await press(front, '工作人员登录');
  await staffSees(front, 'signIn');
  await axeFindsNothing(front);
  await picture(front, 'own-sign-in');
  const { number, pin } = site.member('1001');
  await typeNumber(front, number);
  await typePin(front, pin === '000000' ? '111111' : '000000');
  await expect(front.getByRole('alert')).toContainText('工号、证件或密码不对');
  await picture(front, 'own-wrong-pin');
  await typeNumber(front, number);
  await typePin(front, pin);
  await staffSees(front, 'jobs');
  expect(await front.content()).not.toContain(pin);
  await picture(front, 'own-jobs');
  await press(front, /放入证照/);
  await staffSees(front, 'putIn');
  await picture(front, 'own-put-in');
  await press(front, '退出');
  await waitForScreen(front, 'attract');
});

test('several by scans, counted; whatever cannot be put in is said before any door opens, and an empty cell is given back', async () => {
  const { cabinet } = site;
  await signInAt(back, site.member('1001'));
  await press(back, /放入证照/);
  await staffSees(back, 'putIn');
  await picture(back, 'staff-scan');
  await putInAt(site, CASE(4), 1);
  await putInAt(site, CASE(5), 2);
  await picture(back, 'staff-scan-after-two');
  const pulses = cabinet.pulses().length;
  for (const [scanned, sentence] of [
    [CASE(91), '没有手机号'],
    [CASE(92), '没有证件号码'],
    [CASE(93), '不属于本站点'],
    [CASE(94), '还没有可以交接'],
    [CASE(95), '已经办结'],
    [CASE(999), '没有查到'],
    [CASE(4), '已经在柜里'],
    ['31012020260000A', '办件编号是15位数字'],
  ] as const) {
    await site.scan(scanned);
    await expect(back.getByRole('alert')).toContainText(sentence, { timeout: 20_000 });
  }
  await picture(back, 'staff-refused');
  await type(back, '12345');
  await back.getByRole('button', { name: '确定' }).tap();
  await expect(back.getByRole('alert')).toContainText('办件编号是15位数字');
  expect(cabinet.pulses()).toHaveLength(pulses);

  await site.scan(CASE(8));
  const cell = await doorAtBack(site);
  await picture(back, 'staff-door-open');
  cabinet.close(cell);
  await expect(back.getByRole('heading', { name: '柜里没有东西' })).toBeVisible({ timeout: 20_000 });
  await picture(back, 'staff-nothing-put-in');
  await press(back, '不放了');
  await expect(back.getByText('已放入 2 件')).toBeVisible();
  await signOutAt(back);
  await expect
    .poll(() => caseAtCenter(site.machine, CASE(8)), { timeout: 20_000 })
    .toMatchObject({ parcels: ['canceled'], notices: [] });
});

test('a cell is taken out of service with a reason, and put back', async () => {
  await site.signIn('1001');
  await staffSees(back, 'jobs');
  await press(back, /^柜格/);
  await staffSees(back, 'cells');
  await picture(back, 'staff-cells');
  await press(back, /号柜，.*，空$/);
  await staffSees(back, 'cell');
  await press(back, '停用这一格');
  await staffSees(back, 'reason');
  await picture(back, 'staff-reason');
  await press(back, '要清洁');
  await expect(back.getByText('工作人员停用')).toBeVisible();
  await picture(back, 'staff-cell-out');
  await press(back, '恢复使用');
  await expect(back.getByText('工作人员停用')).toHaveCount(0);
  await expect(back.getByRole('button', { name: '停用这一格' })).toBeVisible();
  await signOutAt(back);
});

test('to look into a cell with something inside takes a second person, and not the same one', async () => {
  const [cell = 0] = await site.putIn(3);
  const [first, second] = [site.member('1001'), site.member('1002')];
  await site.signIn(first.number);
  await staffSees(back, 'jobs');
  await press(back, /^柜格/);
  await press(back, new RegExp(`^${cell} 号柜，`));
  await press(back, '开柜查看');
  await press(back, '检查柜格');
  for (const { number, pin } of [first, second]) {
    await staffSees(back, 'signIn');
    await typeNumber(back, number);
    await typePin(back, pin);
    if (number === first.number) await expect(back.getByRole('alert')).toContainText('第二位要是另一个人');
  }
  await looked(site, cell);
  await staffSees(back, 'cell');
  await signOutAt(back);
  await expect
    .poll(() => caseAtCenter(site.machine, CASE(3)).acts, { timeout: 20_000 })
    .toEqual(['putIn closed staff', 'inspect closed staff']);
});

test('a door that was forced: an alarm, settled after an administrator looked, who needs card and PIN', async () => {
  const [cell = 0] = await site.putIn(12);
  site.cabinet.open(cell);
  await administratorSignsIn();
  await press(back, /^异常/);
  await press(back, new RegExp(`^${cell}.*柜门没有指令就开了`));
  await staffSees(back, 'exception');
  await picture(back, 'staff-forced');
  site.cabinet.close(cell);
  await press(back, '先开门看一看');
  expect(await doorAtBack(site)).toBe(cell);
  site.cabinet.close(cell);
  await expect(back.getByRole('heading', { name: '现在请说看到了什么' })).toBeVisible({ timeout: 20_000 });
  await press(back, /^件在里面/);
  await staffSees(back, 'exceptions');
  await expect(back.getByText('柜门没有指令就开了')).toHaveCount(0);
  await signOutAt(back);
});

test('an inventory with a difference: reported, and an exception from then on', async () => {
  const [cell = 0] = await site.putIn(15);
  await site.signIn('1001');
  await staffSees(back, 'jobs');
  await press(back, /^盘点/);
  await staffSees(back, 'inventory');
  await picture(back, 'staff-inventory');
  const empty = back.getByRole('button', { name: `${cell} 号柜 空的` });
  if (!(await empty.isVisible())) await press(back, '下一页');
  await empty.tap();
  await expect(empty).toHaveAttribute('aria-pressed', 'true');
  await picture(back, 'staff-inventory-answered');
  if (await back.getByText('第 1 / 2 页').isVisible()) await press(back, '下一页');
  await press(back, /^盘点结束/);
  await staffSees(back, 'inventoryDone');
  await expect(back.getByText('应有证照，看到：空的')).toBeVisible();
  await picture(back, 'staff-inventory-done');
  await press(back, '去处理异常');
  await expect(back.getByRole('button', { name: new RegExp(`^${cell}.*盘点不符`) })).toBeVisible();
  await signOutAt(back);
});

test('a resident at the front while staff work at the second screen: two doors, and each ends for itself', async () => {
  const { machine, cabinet } = site;
  const [taken = 0] = await site.putIn(9);
  const { code } = await site.codesFor('独生子女父母光荣证');
  await site.signIn('1001');
  await staffSees(back, 'jobs');
  await press(back, /放入证照/);
  machine.put('abdurashid');
  await waitForScreen(front, 'home');
  await press(front, /^取件/);
  await waitForScreen(front, 'pickup');
  await type(front, code);
  await waitForScreen(front, 'pickupSign');
  await site.scan(CASE(10));
  const given = await doorAtBack(site);
  await sign(front);
  await doneSigning(front);
  expect(await doorAtFront(front)).toBe(taken);
  expect(given).not.toBe(taken);
  cabinet.take(taken);
  cabinet.close(taken);
  await expect(front.getByRole('heading', { name: '取好了，柜门已关' })).toBeVisible({ timeout: 20_000 });
  expect(cabinet.isOpen(given)).toBe(true);
  cabinet.put(given);
  cabinet.close(given);
  await expect(back.getByText('已放入 1 件')).toBeVisible({ timeout: 20_000 });
  await signOutAt(back);
});
