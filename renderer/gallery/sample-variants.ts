import type { Snapshot } from '../../contract/screen.ts';
import { FILL_VARIANTS } from './sample-fields.ts';
import { ITEM_VARIANTS } from './sample-item-pages.ts';
import { ACCOUNT_TEMPLATE, accountMonths, ITEMS, POPULAR, WORDY_TABLE } from './sample-items.ts';
import { LISTED } from './sample-list.ts';
import { lockerVariants } from './sample-locker.ts';
import { HITS, INPUTS, TECHNICIAN } from './sample-pages.ts';
import { SAMPLES, SUBJECT } from './sample-screens.ts';

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
  'technician-camera-missing': {
    screen: { ...TECHNICIAN, cameras: { document: { label: 'HD Document Camera 05a3:9230', rotate: 90 } } },
  },
  'technician-no-cameras': { screen: { ...TECHNICIAN, cameras: {} } },
  'no-record-public': { visitor: null, screen: SAMPLES.noRecord },
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
        subject: SUBJECT,
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
  ...lockerVariants(SAMPLES.home),
  idle: { screen: SAMPLES.home, idle: { secondsLeft: 14 } },
  help: { screen: SAMPLES.confirm },
};
