import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../rig/places.ts';
import { contactSheet } from './contact-sheet.ts';
import { photographGallery } from './gallery-screen.ts';
import { firstPage } from './pdf-page.ts';

// The pictures of the README, made from what `npm run journey` left and from the gallery:
//   node_modules/.bin/node scripts/pictures/main.ts
const JOURNEY = join(projectRoot, 'out', 'journey');
const PICTURES = join(projectRoot, 'docs', 'pictures');

const journey = (name: string): string => join(JOURNEY, name);

/** The locker's pages, from the gallery alone. */
const LOCKER = [
  ['home-locker-waiting', '首页，有件待取 home'],
  ['pickup', '取件：三样里选两样 pickup'],
  ['pickupSign', '签名 signature'],
  ['lockerDoor', '柜门打开 door'],
  ['staff-jobs', '工作台 staff'],
  ['staff-putIn', '扫描即放 put in'],
  ['staff-cells', '柜格 cells'],
  ['staff-exception-looked', '异常 exception'],
] as const;

async function lockerPicture(): Promise<string> {
  const file = join(PICTURES, 'locker.png');
  const cells = [];
  for (const [screen, caption] of LOCKER) cells.push({ picture: await photographGallery(screen), caption });
  await contactSheet(cells, { columns: 4, cellWidth: 280, cellHeight: 498, file });
  return file;
}

async function pictures(): Promise<void> {
  const locker = await lockerPicture();
  console.log(`${locker} (${Math.round(statSync(locker).size / 1024)} KB)`);
  if (!existsSync(journey('report.json'))) throw new TypeError('no out/journey: run `npm run journey` before');
  mkdirSync(PICTURES, { recursive: true });
  const visit = join(PICTURES, 'visit.png');
  await contactSheet(
    [
      { picture: journey('01-attract.png'), caption: '1 待机 attract' },
      { picture: journey('02-home.png'), caption: '2 首页 home' },
      { picture: journey('03-confirm.png'), caption: '3 确认 confirm' },
      { picture: journey('04-record.png'), caption: '4 记录 record' },
      { picture: journey('05-printing.png'), caption: '5 打印 printing' },
      { picture: await photographGallery('printTrouble'), caption: '… 缺纸 printTrouble' },
      { picture: journey('07-rating.png'), caption: '6 评价 rating' },
      { picture: journey('08-take-away.png'), caption: '7 取走 takeAway' },
    ],
    { columns: 4, cellWidth: 280, cellHeight: 498, file: visit },
  );
  const papers = join(PICTURES, 'papers.png');
  await contactSheet(
    [
      { picture: firstPage(journey('document.pdf')), caption: 'A4 文件，第一页 document, page 1' },
      { picture: journey('receipt.png'), caption: '凭条 receipt' },
    ],
    { columns: 2, cellWidth: 620, cellHeight: 877, file: papers },
  );
  for (const file of [visit, papers]) console.log(`${file} (${Math.round(statSync(file).size / 1024)} KB)`);
}

await pictures();
