import { mkdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { waitForScreen } from '../../scripts/journey/browser.ts';
import type { DemoMember } from '../../scripts/rig/demo-staff.ts';
import { press, type } from './hand.ts';
import { eventually, type LockerSite } from './locker-hand.ts';

/** Set to look at the pages afterwards; without it no time goes into pictures. */
const PICTURES = process.env.TONGBAN_PICTURES === '1';
const PICTURES_DIR = 'out/journeys/locker';
const STROKE_STEPS = 12;

/** What fingers do at the locker's pages, at the front and at the back. */

export async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES_DIR, { recursive: true });
  await page.screenshot({ path: `${PICTURES_DIR}/${name}.png`, animations: 'disabled' });
}

/** Two lines, as somebody signs. */
export async function sign(page: Page): Promise<void> {
  const box = await page.locator('.signature-pad canvas').boundingBox();
  if (!box) throw new Error('there is nothing to sign on');
  const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  for (const shift of [0, 0.3]) {
    await page.mouse.move(...at(0.2 + shift, 0.3));
    await page.mouse.down();
    await page.mouse.move(...at(0.4 + shift, 0.7), { steps: STROKE_STEPS });
    await page.mouse.up();
  }
}

export const doneSigning = (page: Page): Promise<void> => press(page, /^签好了/);

/** The number of the door that the resident's page shows open. */
export async function doorAtFront(page: Page): Promise<number> {
  await waitForScreen(page, 'lockerDoor');
  await page.locator('.locker-told:not(.opening)').waitFor();
  return Number.parseInt((await page.locator('.locker-number').textContent()) ?? '', 10);
}

/** Signs, takes what lies there and closes the door. Answers its number. */
export async function signAndTake({ front, cabinet }: LockerSite): Promise<number> {
  await waitForScreen(front, 'pickupSign');
  await sign(front);
  await doneSigning(front);
  const cell = await doorAtFront(front);
  expect(cabinet.isOpen(cell)).toBe(true);
  cabinet.take(cell);
  cabinet.close(cell);
  await waitForScreen(front, 'lockerEnd');
  return cell;
}

export const staffSees = (page: Page, name: string): Promise<void> =>
  expect(page.locator('body')).toHaveAttribute('data-staff', name, { timeout: 20_000 });

/** Number, PIN; each ends with the pad's own key. */
export async function typePin(page: Page, pin: string): Promise<void> {
  await expect(page.getByRole('heading', { name: '请输入密码' })).toBeVisible();
  await type(page, pin);
  await page.getByRole('button', { name: '确定' }).tap();
}

export async function typeNumber(page: Page, number: string): Promise<void> {
  await type(page, number);
  await page.getByRole('button', { name: '确定' }).tap();
}

export async function signInAt(page: Page, { number, pin }: DemoMember): Promise<void> {
  await staffSees(page, 'closed');
  await press(page, '登录');
  await staffSees(page, 'signIn');
  await typeNumber(page, number);
  await typePin(page, pin);
  await staffSees(page, 'jobs');
}

export async function signOutAt(page: Page): Promise<void> {
  await press(page, '退出');
  await staffSees(page, 'closed');
}

/** The number of the door that the staff's page shows open. */
export async function doorAtBack({ back, cabinet }: LockerSite): Promise<number> {
  await expect(back.getByRole('heading', { name: /放进去，关好柜门|^请.*，关好柜门$/ })).toBeVisible({
    timeout: 20_000,
  });
  const cell = Number.parseInt((await back.locator('.door-number').textContent()) ?? '', 10);
  await eventually(`an open door ${cell}`, () => cabinet.isOpen(cell) || undefined);
  return cell;
}

/** A case is scanned on the put-in page, put in, and its door closed. Answers the cell. */
export async function putInAt(site: LockerSite, caseNumber: string, done: number): Promise<number> {
  await expect(site.back.getByRole('heading', { name: '请扫描送达回证' })).toBeVisible();
  await site.scan(caseNumber);
  const cell = await doorAtBack(site);
  site.cabinet.put(cell);
  site.cabinet.close(cell);
  await expect(site.back.getByText(`已放入 ${done} 件`)).toBeVisible({ timeout: 20_000 });
  return cell;
}

/** Closes the door that was opened to look into this cell, and goes on. */
export async function looked(site: LockerSite, cell: number): Promise<void> {
  expect(await doorAtBack(site)).toBe(cell);
  site.cabinet.close(cell);
  await expect(site.back.getByRole('heading', { name: '完成了' })).toBeVisible({ timeout: 20_000 });
  await press(site.back, '完成');
}
