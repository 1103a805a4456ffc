import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { builtPage, startPageServer } from '../../main/core/api/server.ts';
import type { Session } from '../../main/session/session.ts';
import { rigOver } from '../../main/staff/testing/desk-rig.ts';
import { type FakeLocker, fakeLocker } from '../../main/staff/testing/fake-locker.ts';
import { sampleSnapshot } from '../../renderer/gallery/samples.ts';
import { press, type } from '../support/hand.ts';

// The staff's page over the real desk and the real page server; the doors are in the test's hand.

const ROOT = path.resolve(import.meta.dirname, '../..');
const TOKEN = 'a-token-of-this-start';

let rig: ReturnType<typeof rigOver<FakeLocker>>;
let server: Awaited<ReturnType<typeof startPageServer>>;
let context: BrowserContext;
let page: Page;
let errors: string[];

/** The residents' side, which says that staff are at work. */
const session: Pick<Session, 'snapshot' | 'subscribe' | 'send'> = {
  snapshot: () => sampleSnapshot('staff'),
  subscribe: () => () => undefined,
  send: () => undefined,
};

test.beforeEach(async ({ browser }) => {
  errors = [];
  rig = rigOver({ locker: fakeLocker(16) });
  server = await startPageServer({
    session,
    staff: rig.desk,
    log: () => undefined,
    token: TOKEN,
    port: 0,
    ...builtPage(ROOT),
  });
  context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true });
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${new URL(server.url).origin}/staff.html?token=${TOKEN}`);
});

test.afterEach(async () => {
  await context.close();
  await server.close();
  rig.desk.stop();
  expect(errors).toEqual([]);
});

const isShown = (name: string, where: Page = page): Promise<void> =>
  expect(where.locator('body')).toHaveAttribute('data-staff', name);

async function signIn(): Promise<void> {
  await isShown('closed');
  await press(page, '登录');
  await isShown('signIn');
  await type(page, '1001');
  await page.getByRole('button', { name: '确定' }).tap();
  await expect(page.getByRole('heading', { name: '请输入密码' })).toBeVisible();
  // A number pad that is plugged in, this time.
  await page.keyboard.type('4711');
  await expect(page.getByRole('img', { name: '已输入 4 位' })).toBeVisible();
  await page.keyboard.press('Enter');
  await isShown('jobs');
}

test('signed in by number and PIN, which is nowhere in the page; three documents by scanning, no touch between them', async () => {
  await signIn();
  expect(await page.content()).not.toContain('4711');
  await press(page, /放入证照/);
  for (const index of [1, 2, 3]) {
    await expect(page.getByRole('heading', { name: '请扫描送达回证' })).toBeVisible();
    await rig.scan(`31012020260000${index}`);
    const { cell } = rig.screen('putIn');
    await expect(page.locator('.door-number')).toHaveText(`${cell} 号柜`);
    rig.locker.close(cell ?? 0, 'present');
    await expect(page.getByText(`已放入 ${index} 件`)).toBeVisible();
    await expect(page.getByText(`刚放入 ${cell} 号柜`)).toBeVisible();
  }
});

test('a case that cannot be put in is said in a sentence, and no door opens', async () => {
  await signIn();
  await press(page, /放入证照/);
  rig.answers.set('310120202600091', 'case.noMobile');
  await isShown('putIn');
  await rig.scan('310120202600091');
  await expect(page.getByRole('alert')).toContainText('没有手机号');
  expect(rig.locker.calls).toEqual([]);
});

test('a page that is loaded anew at an open door shows the same door', async () => {
  await signIn();
  await press(page, /放入证照/);
  await isShown('putIn');
  await rig.scan('310120202600001');
  const { cell } = rig.screen('putIn');
  await page.reload();
  await expect(page.locator('.door-number')).toHaveText(`${cell} 号柜`);
});

test('the machine’s own screen shows the staff’s page alone, and both screens go together', async () => {
  await signIn();
  const own = await context.newPage();
  await own.setViewportSize({ width: 1080, height: 1920 });
  await own.goto(server.url);
  await isShown('jobs', own);
  await expect(own.locator('header')).toHaveCount(1);
  await expect(own.locator('footer')).toHaveCount(1);
  await press(own, '异常');
  await isShown('exceptions', own);
  await isShown('exceptions');
});

test('an exception: two people look into the cell first, then one touch says what was there', async () => {
  rig.locker.lay('document', '310120202600005', 5);
  rig.locker.except('itemMissing', 5);
  await signIn();
  await press(page, /异常/);
  await press(page, /件不见了/);
  await isShown('exception');
  await expect(page.getByRole('button', { name: '件在里面' })).toHaveCount(0);
  await press(page, '先开门看一看');
  await expect(page.getByRole('heading', { name: '请另一位工作人员确认' })).toBeVisible();
  await type(page, '1002');
  await page.getByRole('button', { name: '确定' }).tap();
  await expect(page.getByRole('heading', { name: '请输入密码' })).toBeVisible();
  await type(page, '4711');
  await page.getByRole('button', { name: '确定' }).tap();
  await expect(page.getByRole('heading', { name: '请查看，关好柜门' })).toBeVisible();
  rig.locker.close(5, 'present');
  await expect(page.getByRole('heading', { name: '现在请说看到了什么' })).toBeVisible();
  await press(page, /^件在里面/);
  await expect(page.getByText('没有异常，都对得上')).toBeVisible();
});
