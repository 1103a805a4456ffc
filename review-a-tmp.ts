import { ctl, page, close, shot, P, type, wait, open, scr } from './review-walk-tmp.ts';
try {
await wait('attract'); await shot('01attract');
await P(/没带身份证/); await wait('home'); await shot('02home-nocard');
await ctl('goes'); await ctl('put/wang-guilan'); await wait('home'); await shot('03home');
await P(/点这里搜索/); await wait('search'); await shot('04search-empty');
await type('YLBX'); await shot('05search-ylbx');
await P('清空'); await type('YIBAOZHANGHU'); await shot('06search-full');
await P('清空'); await type('QXZKKW'); await shot('07search-none');
await P('首页'); await P(/全部部门/); await wait('departments'); await shot('08departments');
await page.getByRole('button').filter({ hasText: '人力资源' }).first().tap(); await wait('department'); await shot('09department');
await page.waitForTimeout(700); await page.locator('.section-chips .shelf').nth(1).tap(); await shot('10section');
await P('首页'); await P(/按人生事件/); await wait('themes'); await shot('11themes');
await P(/退休养老/); await wait('theme'); await shot('12theme');
await P('首页'); await P('English'); await shot('13home-en');
await P(/What do you need/); await type('YLBX'); await shot('14search-en');
} catch (e) { console.log(String(e)); await shot('err'); }
await close(); await ctl('goes');
