import type { Screen, ScreenName } from '../../contract/screen.ts';
import { FILL } from './sample-fields.ts';
import { ITEM } from './sample-item-pages.ts';
import { ACCOUNT_TEMPLATE, accountMonths, ITEMS, POPULAR } from './sample-items.ts';
import { LISTED } from './sample-list.ts';
import { LOCKER_SAMPLES } from './sample-locker.ts';
import { HITS, TECHNICIAN } from './sample-pages.ts';
import { HOME_SHELVES, SECTIONS, SHELVES } from './sample-shelves.ts';
import { THEMES } from './sample-themes.ts';

type ScreenOf<N extends ScreenName> = Extract<Screen, { name: N }>;

const EMPTY_THEME = {
  id: 'none',
  name: { zh: '其他', en: 'Others' },
  audience: 'person',
  rank: 0,
  sign: '他',
} as const;

export const SUBJECT = {
  name: '王**',
  idNumber: '319***********9021',
  employer: '关港村股份经济合作社',
  status: '正常参保',
  period: '2022-11',
  balance: 1_864_215,
};

/** One typed sample per screen of the contract: a screen without a sample does not compile. */
export const SAMPLES: { readonly [N in ScreenName]: ScreenOf<N> } = {
  attract: { name: 'attract' },
  outOfService: { name: 'outOfService', code: 'reader.offline' },
  reading: { name: 'reading' },
  cardTrouble: { name: 'cardTrouble', code: 'card.unreadable' },
  home: { name: 'home', popular: [...POPULAR], departments: [...HOME_SHELVES] },
  departments: { name: 'departments', departments: [...SHELVES] },
  department: {
    name: 'department',
    department: { id: 'social-security', name: { zh: '人力资源和社会保障', en: 'Social Security & Work' } },
    sections: [...SECTIONS],
    items: [...LISTED],
  },
  themes: { name: 'themes', themes: [...THEMES] },
  theme: { name: 'theme', theme: THEMES[8] ?? EMPTY_THEME, items: LISTED.slice(0, 17) },
  search: { name: 'search', text: 'yb', hits: [...HITS], total: 23 },
  item: ITEM,
  identify: { name: 'identify', item: ITEMS.contributions },
  fill: FILL,
  confirm: {
    name: 'confirm',
    item: ITEMS.account,
    fetches: {
      zh: '向样本区医疗保障局查询您最近四年的医保个人账户收支和余额',
      en: 'Your medical insurance account of the last four years, from the medical insurance department',
    },
    purpose: { zh: '本人查询并打印留存', en: 'For your own use, on paper' },
    holder: { name: '王**', idNumber: '319***********9021', revealed: false },
    inputs: [],
  },
  waiting: { name: 'waiting', item: ITEMS.account, usualMs: 2_000, limitMs: 15_000 },
  noRecord: { name: 'noRecord', item: ITEMS.housing },
  record: {
    name: 'record',
    item: ITEMS.account,
    revealed: false,
    documentNumber: 'YB-20261121-000731',
    pages: 3,
    content: { kind: 'layout', template: ACCOUNT_TEMPLATE, subject: SUBJECT, tables: { months: accountMonths(48) } },
    canPrint: true,
  },
  printing: { name: 'printing', item: ITEMS.account, pages: 5, impressions: 1, usualMs: 14_000 },
  printTrouble: { name: 'printTrouble', code: 'printer.paperOut', pages: 5, impressions: 2 },
  printFailed: { name: 'printFailed', code: 'printer.jobFailed', retry: true },
  printed: { name: 'printed', pages: 5, receipt: 'done' },
  rating: { name: 'rating' },
  trouble: { name: 'trouble', code: 'center.timeout', retry: true },
  cardAway: { name: 'cardAway', secondsLeft: 17 },
  takeAway: { name: 'takeAway', card: true, paper: true, receipt: true, canContinue: true },
  goodbye: { name: 'goodbye' },
  technician: TECHNICIAN,
  ...LOCKER_SAMPLES,
  staff: { name: 'staff' },
};
