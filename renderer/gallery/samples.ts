import type { Screen, ScreenName, Snapshot } from '../../contract/screen.ts';
import { FILL, FILL_VARIANTS } from './sample-fields.ts';
import { ITEM, ITEM_VARIANTS } from './sample-item-pages.ts';
import { ACCOUNT_TEMPLATE, accountMonths, ITEMS, POPULAR, WORDY_TABLE } from './sample-items.ts';
import { LISTED } from './sample-list.ts';
import { HITS, INPUTS, TECHNICIAN } from './sample-pages.ts';
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

const subject = {
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
    content: { kind: 'layout', template: ACCOUNT_TEMPLATE, subject, tables: { months: accountMonths(48) } },
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
};

/** As many facts as the longest real record has. */
const MANY_FIELDS = Array.from({ length: 11 }, (_, index) => ({
  key: `fact${index}`,
  label: { zh: `期内划入合计${index}`, en: `Paid in, total ${index}` },
  format: 'text' as const,
}));

/** Other faces of the same screens, which look different enough to be looked at. */
export const VARIANTS: Readonly<Record<string, Partial<Snapshot>>> = {
  'home-offline': {
    offline: true,
    screen: {
      ...SAMPLES.home,
      popular: POPULAR.map((item) => ({ ...item, unavailable: 'needsNetwork' })),
      earlier: { itemName: ITEMS.account.name, outcome: 'unknown' },
    },
  },
  'home-still-printing': {
    screen: { ...SAMPLES.home, earlier: { itemName: ITEMS.account.name, outcome: 'printing' } },
  },
  'home-many-popular': { screen: { ...SAMPLES.home, popular: [...POPULAR, ...LISTED.slice(0, 12)] } },
  'department-section': { screen: { ...SAMPLES.department, section: 'contributions', items: LISTED.slice(0, 28) } },
  'department-section-first': { screen: { ...SAMPLES.department, section: 'pension', items: LISTED.slice(0, 3) } },
  'department-section-long': { screen: { ...SAMPLES.department, section: 'contributions' } },
  'department-small': { screen: { ...SAMPLES.department, sections: [], items: LISTED.slice(8, 15) } },
  'department-empty': { screen: { ...SAMPLES.department, sections: [], items: [] } },
  'search-empty': { screen: { name: 'search', text: '', hits: [], total: 0 } },
  'search-nothing': { screen: { name: 'search', text: 'qxz', hits: [], total: 0 } },
  'search-one': { screen: { ...SAMPLES.search, hits: HITS.slice(0, 1), total: 1 } },
  'confirm-public': { screen: { ...SAMPLES.confirm, holder: undefined, inputs: INPUTS.slice(0, 2) } },
  'confirm-inputs': { screen: { ...SAMPLES.confirm, inputs: [...INPUTS] } },
  'technician-fresh': { screen: { ...TECHNICIAN, catalogue: { ...TECHNICIAN.catalogue, refused: undefined } } },
  'no-visitor-home': { visitor: null, screen: SAMPLES.home },
  ...Object.fromEntries(
    Object.entries({ ...ITEM_VARIANTS, ...FILL_VARIANTS }).map(([name, screen]) => [name, { screen }]),
  ),
  'record-no-printer': { screen: { ...SAMPLES.record, canPrint: false } },
  'record-laying-out': { screen: { ...SAMPLES.record, pages: undefined } },
  'record-many-facts': {
    screen: {
      ...SAMPLES.record,
      content: {
        kind: 'layout',
        template: { ...ACCOUNT_TEMPLATE, subject: MANY_FIELDS },
        subject: Object.fromEntries(MANY_FIELDS.map(({ key, label }) => [key, label.zh])),
        tables: { months: accountMonths(120) },
      },
    },
  },
  'record-two-tables': {
    screen: {
      ...SAMPLES.record,
      content: {
        kind: 'layout',
        template: { ...ACCOUNT_TEMPLATE, tables: [...ACCOUNT_TEMPLATE.tables, WORDY_TABLE] },
        subject,
        tables: { months: accountMonths(9), wordy: accountMonths(60) },
      },
    },
  },
  'record-delivered': {
    screen: {
      ...SAMPLES.record,
      item: ITEMS.police,
      documentNumber: 'GA-20261121-000012',
      pages: 1,
      content: { kind: 'delivered', title: ITEMS.police.name, subject: { name: '王**' } },
    },
  },
  'card-refused': { screen: { name: 'cardTrouble', code: 'card.expired' } },
  'card-changed': { screen: { name: 'cardTrouble', code: 'card.changed' } },
  'printer-offline': { screen: { ...SAMPLES.printTrouble, code: 'printer.offline' } },
  'print-given-up': { screen: { name: 'printFailed', code: 'printer.givenUp', retry: false } },
  'print-lost': { screen: { name: 'printFailed', code: 'printer.jobLost', retry: false } },
  'printing-end': { screen: { ...SAMPLES.printing, pages: 12, impressions: 12 } },
  'receipt-failed': { screen: { ...SAMPLES.printed, receipt: 'failed', receiptCode: 'receipt.paperOut' } },
  'wrong-person': { screen: { name: 'trouble', code: 'center.wrongPerson', retry: false } },
  'card-only': { screen: { ...SAMPLES.takeAway, paper: false, receipt: false, canContinue: false } },
  idle: { screen: SAMPLES.home, idle: { secondsLeft: 14 } },
  help: { screen: SAMPLES.confirm },
};

const NOBODY: readonly ScreenName[] = [
  'attract',
  'outOfService',
  'reading',
  'cardTrouble',
  'goodbye',
  'technician',
  'identify',
];
const BASE: Omit<Snapshot, 'screen' | 'visitor'> = {
  sequence: 1,
  language: 'zh-CN',
  modes: { elder: false, contrast: false, reach: false },
  orientation: 'portrait',
  kiosk: { id: '310120-0042', site: '关港村党群服务站', phone: '12345' },
  offline: false,
  idle: null,
};

export const CASES: readonly string[] = [...Object.keys(SAMPLES), ...Object.keys(VARIANTS)];

/** A whole snapshot for a screen name or a variant. */
export function sampleSnapshot(name: string, change: Partial<Snapshot> = {}): Snapshot {
  const variant = VARIANTS[name] ?? { screen: (SAMPLES as Readonly<Record<string, Screen>>)[name] };
  if (!variant.screen) throw new Error(`no sample: ${name}`);
  const visitor = NOBODY.includes(variant.screen.name) ? null : ({ maskedName: '王**', sex: 'female' } as const);
  return { ...BASE, visitor, ...variant, screen: variant.screen, ...change };
}
