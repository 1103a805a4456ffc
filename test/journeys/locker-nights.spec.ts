import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { waitForScreen } from '../../scripts/journey/browser.ts';
import { press, type } from '../support/hand.ts';
import { caseAtCenter } from '../support/locker-center.ts';
import { doorAtBack, doorAtFront, picture, signAndTake, signOutAt, staffSees } from '../support/locker-gestures.ts';
import { CASE, eventually, type LockerSite, lockerReady, openLockerSite } from '../support/locker-hand.ts';

// Nobody of the staff is here: materials in the evening, a night without network, a document that waits for a week.

const DAYS_MS = 6 * 86_400_000;

let site: LockerSite;
let front: Page;
let back: Page;
test.beforeAll(async () => {
  site = await openLockerSite({
    locker: { driver: 'cu16', boards: 1, cells: 16 },
    changeConfig: (config) => ({ ...config, parcels: { doorAlarmSeconds: 120 } }),
  });
  ({ front, back } = site);
});
test.afterEach(() => site.machine.goes());
test.afterAll(() => site.close());

/** Card on the reader and the case of its slip scanned, up to the page that asks whether it is right. */
async function toHandIn(person: string, caseNumber: string): Promise<void> {
  site.machine.put(person);
  await waitForScreen(front, 'home');
  await press(front, /^交材料/);
  await waitForScreen(front, 'handIn');
  await site.scan(caseNumber);
  await waitForScreen(front, 'handInConfirm');
}

/** Opens the door, puts something in, or nothing, and closes it. */
async function intoTheCell(something: boolean): Promise<number> {
  const cell = await doorAtFront(front);
  if (something) site.cabinet.put(cell);
  site.cabinet.close(cell);
  return cell;
}

/** The text of the newest receipt. */
function receiptText(): string {
  const file = site.machine.rig.papers.all().findLast(({ kind }) => kind === 'receipt')?.file;
  return file === undefined ? 'no receipt yet' : readFileSync(file.replace(/png$/, 'txt'), 'utf8');
}

test('materials at night: a slip with the case number, and in the morning staff empty cell by cell', async () => {
  await toHandIn('wang-guilan', CASE(101));
  await picture(front, 'hand-in-confirm');
  await press(front, '没错，开柜门');
  const empty = await intoTheCell(false);
  await expect(front.getByRole('heading', { name: '柜里没有放东西' })).toBeVisible({ timeout: 20_000 });
  await picture(front, 'end-empty');
  await press(front, `再开一次 ${empty} 号柜门`);
  expect(await intoTheCell(true)).toBe(empty);
  await expect(front.getByRole('heading', { name: '材料收好了' })).toBeVisible({ timeout: 20_000 });
  await picture(front, 'end-handed-in');
  await expect.poll(receiptText, { timeout: 20_000 }).toContain(CASE(101));
  await site.machine.goes();
  await toHandIn('li-jianguo', CASE(115));
  await press(front, '没错，开柜门');
  const second = await intoTheCell(true);
  await waitForScreen(front, 'lockerEnd');
  await site.machine.goes();

  await site.signIn('1002');
  await staffSees(back, 'jobs');
  await press(back, /^居民材料/);
  await staffSees(back, 'parcels');
  await picture(back, 'staff-materials');
  await press(back, '逐个取出全部材料');
  for (const cell of [empty, second]) {
    expect(await doorAtBack(site)).toBe(cell);
    await picture(back, `staff-emptying-${cell === empty ? 1 : 2}`);
    site.cabinet.take(cell);
    site.cabinet.close(cell);
    await expect(back.getByRole('heading', { name: '完成了' })).toBeVisible({ timeout: 20_000 });
    await press(back, cell === empty ? /^下一格/ : '完成');
  }
  await expect(back.getByText('柜里没有居民材料')).toBeVisible();
  await signOutAt(back);
  await expect
    .poll(() => caseAtCenter(site.machine, CASE(101)), { timeout: 20_000 })
    .toMatchObject({
      parcels: ['released'],
      acts: ['putIn closed holder', 'putIn closed holder', 'empty closed staff'],
      notices: ['handedIn', 'taken'],
    });
});

test('a night without network: fetched and handed in all the same, and the center learns of each once', async () => {
  const { rig } = site.machine;
  const [cell] = await site.putIn(12);
  const { code } = await site.codesFor('结婚登记档案证明');
  await rig.network.unplug();
  try {
    site.machine.put('wong-ka-ming');
    await waitForScreen(front, 'home');
    await expect(front.getByText(/网络暂时不通/).first()).toBeVisible({ timeout: 20_000 });
    await picture(front, 'home-offline');
    await press(front, /^取件/);
    await waitForScreen(front, 'pickup');
    await type(front, code);
    expect(await signAndTake(site)).toBe(cell);
    await site.machine.goes();
    await toHandIn('liu-yan', CASE(105));
    await expect(front.getByText('联网后由工作人员核对')).toBeVisible();
    await picture(front, 'hand-in-confirm-offline');
    await press(front, '没错，开柜门');
    await intoTheCell(true);
    await expect.poll(receiptText, { timeout: 20_000 }).toContain(CASE(105));
    expect(caseAtCenter(site.machine, CASE(12))).toMatchObject({ parcels: ['stored'], notices: ['deposited'] });
  } finally {
    await rig.network.plug();
  }
  await expect
    .poll(() => caseAtCenter(site.machine, CASE(12)), { timeout: 30_000 })
    .toEqual({
      parcels: ['released'],
      acts: ['putIn closed staff', 'pickUp closed holder'],
      notices: ['deposited', 'taken'],
      evidence: 1,
    });
  await expect
    .poll(() => caseAtCenter(site.machine, CASE(105)), { timeout: 30_000 })
    .toMatchObject({ parcels: ['stored'], acts: ['putIn closed holder'], notices: ['handedIn'] });
  const told = (): number => rig.phone.messages().filter(({ text }) => text.includes('“结婚登记档案证明”')).length;
  await expect.poll(told, { timeout: 20_000 }).toBe(2);
});

/** Six days go by in the machine's own records; the core wakes up after them, as after a power cut. */
async function sixDaysLater(): Promise<void> {
  const { kiosk, rig } = site.machine;
  const pid = kiosk.corePid();
  const db = new Sqlite(join(rig.kioskDataDir, 'kiosk.sqlite'), { timeout: 5_000 });
  try {
    const earlier =
      'UPDATE locker_parcels SET created_at = created_at - @ms, stored_at = stored_at - @ms WHERE case_number = @number';
    expect(db.prepare(earlier).run({ ms: DAYS_MS, number: CASE(1) }).changes).toBe(1);
  } finally {
    db.close();
  }
  process.kill(pid, 'SIGKILL');
  await eventually('another core', () => (kiosk.corePid() !== pid && kiosk.corePid() !== 0) || undefined);
  await lockerReady(site.machine);
}

test('a document that waits too long: its holder is reminded once, staff find it marked and take it back', async () => {
  const [cell = 0] = await site.putIn(1);
  const { code } = await site.codesFor('居住证');
  await sixDaysLater();
  await eventually(
    'a reminder',
    () => site.machine.rig.phone.messages().some(({ text }) => text.includes('“居住证”还在')) || undefined,
  );
  await site.signIn('1001');
  await staffSees(back, 'jobs');
  await expect(back.getByText('其中超期 1 件')).toBeVisible();
  await picture(back, 'staff-jobs');
  await press(back, /^待取证照/);
  await picture(back, 'staff-overdue');
  await press(back, /居住证.*超期/);
  await staffSees(back, 'parcel');
  await picture(back, 'staff-parcel');
  // That it lay too long is the reason: nobody asks for one.
  await press(back, '收回证照');
  expect(await doorAtBack(site)).toBe(cell);
  site.cabinet.take(cell);
  site.cabinet.close(cell);
  await expect(back.getByRole('heading', { name: '完成了' })).toBeVisible({ timeout: 20_000 });
  await press(back, '完成');
  await signOutAt(back);
  await expect
    .poll(() => caseAtCenter(site.machine, CASE(1)), { timeout: 20_000 })
    .toMatchObject({ parcels: ['takenBack'], notices: ['deposited', 'reminder', 'takenBack'] });

  site.machine.put('marie-tremblay');
  await waitForScreen(front, 'home');
  await press(front, /^取件/);
  await waitForScreen(front, 'pickup');
  await type(front, code);
  await expect(front.locator('.told')).toContainText('正在由工作人员处理');
});
