import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { openTouchPage, type TouchPage, waitForScreen } from '../../scripts/journey/browser.ts';
import { axeFindsNothing, press, type } from '../support/hand.ts';
import { type Machine, startMachine } from '../support/machine.ts';

test.describe('a whole machine', () => {
  let machine: Machine;
  let opened: TouchPage;
  test.beforeAll(async () => {
    machine = await startMachine();
    opened = await openTouchPage(machine.kiosk.url);
  });
  test.afterEach(() => machine.goes());
  test.afterAll(async () => {
    await opened.close();
    await machine.close();
  });

  test('an item is found by its initials while they are typed, and printed', async () => {
    const { page } = opened;
    machine.put('wang-guilan');
    await waitForScreen(page, 'home');
    await axeFindsNothing(page);
    await press(page, /点这里搜索/);
    await waitForScreen(page, 'search');
    await type(page, 'YBGRZH');
    await expect(page.getByRole('button', { name: /医保个人账户/ }).first()).toBeVisible();
    await expect(page.locator('mark').first()).toBeVisible();
    await axeFindsNothing(page);
    await press(page, /医保个人账户/);
    await waitForScreen(page, 'confirm');
    await press(page, /详情/);
    await waitForScreen(page, 'item');
    await axeFindsNothing(page);
    await press(page, /现在办理/);
    await waitForScreen(page, 'confirm');
    await press(page, /同意并查询/);
    await waitForScreen(page, 'record');
    await press(page, /^打印.*页/);
    await waitForScreen(page, 'rating');
  });

  test('an item is found by department and section; its guide is printed, without a card', async () => {
    const { page } = opened;
    machine.rig.papers.take();
    await waitForScreen(page, 'attract');
    await press(page, /没带身份证/);
    await waitForScreen(page, 'home');
    await press(page, /^公安/);
    await waitForScreen(page, 'department');
    await axeFindsNothing(page);
    await press(page, /^居住与/);
    await page
      .getByRole('button', { name: /^居住证申领/ })
      .first()
      .waitFor();
    await press(page, /^居住证申领/);
    await waitForScreen(page, 'item');
    await axeFindsNothing(page);
    await press(page, /打印办事指南/);
    await waitForScreen(page, 'printed');
    await waitForScreen(page, 'takeAway');
    const [guide, ...others] = machine.rig.papers.all();
    expect(others).toEqual([]);
    const text = execFileSync('pdftotext', ['-layout', guide?.file ?? '', '-'], { encoding: 'utf8' });
    expect(text).toContain('居住证');
    expect(text).toContain('办事指南');
    const [newest] = await machine.untilReported((all) => all[0]?.state === 'printed');
    expect(newest?.state).toBe('printed');
  });

  test('an item is found by what happened in life', async () => {
    const { page } = opened;
    machine.put('li-jianguo');
    await waitForScreen(page, 'home');
    await press(page, /按人生事件找/);
    await waitForScreen(page, 'themes');
    await axeFindsNothing(page);
    await press(page, /退休养老/);
    await waitForScreen(page, 'theme');
    await axeFindsNothing(page);
    await expect(page.getByRole('button', { name: /养老/ }).first()).toBeVisible();
  });

  test('a public query needs no card, asks for what it must know, and is answered', async () => {
    const { page } = opened;
    await waitForScreen(page, 'attract');
    await press(page, /没带身份证/);
    await waitForScreen(page, 'home');
    await press(page, /点这里搜索/);
    await waitForScreen(page, 'search');
    await type(page, 'YBDDLSYD');
    await press(page, /定点零售药店查询/);
    if ((await waitForScreen(page, 'fill', 'confirm')) === 'fill') {
      await axeFindsNothing(page);
      await press(page, /奉贤/);
      await press(page, /下一步|跳过/);
    }
    await waitForScreen(page, 'confirm');
    await press(page, /开始查询/);
    await waitForScreen(page, 'record');
    expect(await page.content()).not.toContain('身份证号');
  });

  test('a suspended item says why, and where to go', async () => {
    const { page } = opened;
    machine.put('wang-guilan');
    await waitForScreen(page, 'home');
    await press(page, /点这里搜索/);
    await waitForScreen(page, 'search');
    await type(page, 'TRCSRS');
    await press(page, /同日出生/);
    await waitForScreen(page, 'item');
    await expect(page.getByText(/系统升级，11月30日恢复/)).toBeVisible();
    await expect(page.getByRole('button', { name: /现在办理/ })).toHaveCount(0);
    await axeFindsNothing(page);
  });

  test('an item of a person asks somebody without a card for it, and goes on there', async () => {
    const { page } = opened;
    await waitForScreen(page, 'attract');
    await press(page, /没带身份证/);
    await waitForScreen(page, 'home');
    await press(page, /公积金缴存|住房公积金/);
    await waitForScreen(page, 'identify');
    await axeFindsNothing(page);
    machine.put('li-jianguo');
    await waitForScreen(page, 'confirm');
    await expect(page.getByText('李**，您好')).toBeVisible();
  });
});

test('without an A4 printer a certificate says that this machine cannot, and where the nearest one is', async () => {
  const machine = await startMachine({
    changeConfig: ({ devices: { document: _none, ...devices }, ...config }) => ({ ...config, devices }),
  });
  const { page, close } = await openTouchPage(machine.kiosk.url);
  try {
    machine.put('wang-guilan');
    await waitForScreen(page, 'home');
    await press(page, /无犯罪记录证明/);
    await waitForScreen(page, 'item');
    await expect(page.getByText(/没有这一项要用的设备/)).toBeVisible();
    await expect(page.getByText(/约 \d+ 米|约 [\d.]+ 公里/).first()).toBeVisible();
    await axeFindsNothing(page);
  } finally {
    await close();
    await machine.close();
  }
});

test('a first start without network: the whole catalogue is there, and what needs the network says so', async () => {
  const machine = await startMachine({}, (rig) => rig.network.unplug());
  const { page, close } = await openTouchPage(machine.kiosk.url);
  try {
    machine.put('wang-guilan');
    await waitForScreen(page, 'home');
    await expect(page.getByText(/网络/).first()).toBeVisible();
    await press(page, /点这里搜索/);
    await waitForScreen(page, 'search');
    await type(page, 'JZZSL');
    await press(page, /居住证申领/);
    await waitForScreen(page, 'item');
    await press(page, /打印办事指南/);
    await waitForScreen(page, 'takeAway');
    expect(machine.rig.papers.all()).toHaveLength(1);
  } finally {
    await close();
    await machine.close();
  }
});
