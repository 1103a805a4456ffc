import type { Screen } from '../../contract/screen.ts';
import { GUIDE } from './sample-guide.ts';
import { ITEMS } from './sample-items.ts';
import { LISTED } from './sample-list.ts';

type ItemScreen = Extract<Screen, { name: 'item' }>;

/** Modules of a QR code as a library makes them, of a made-up address: 33 by 33, the three corners in place. */
const QR_ROWS = Array.from({ length: 33 }, (_, y) =>
  Array.from({ length: 33 }, (_column, x) => {
    const corner = [
      [0, 0],
      [26, 0],
      [0, 26],
    ].find(([left = 0, top = 0]) => x >= left && x < left + 7 && y >= top && y < top + 7);
    if (corner) {
      const ring = Math.max(Math.abs(x - (corner[0] ?? 0) - 3), Math.abs(y - (corner[1] ?? 0) - 3));
      return ring === 2 ? '0' : '1';
    }
    return (x * 7 + y * 13 + ((x * y) % 5)) % 3 === 0 ? '1' : '0';
  }).join(''),
);

const [firstListed = ITEMS.account] = LISTED.filter(({ finishes }) => !finishes);

/** One that is handled at a counter, with every way on. */
export const ITEM: ItemScreen = {
  name: 'item',
  item: firstListed,
  handledBy: {
    authority: {
      zh: '上海市样本区人力资源和社会保障局',
      en: 'Specimen District Human Resources and Social Security Bureau',
    },
    hours: { zh: '周一至周五 8:30–16:30', en: 'Mon–Fri 8:30–16:30' },
    phone: '12333',
  },
  who: ['holder', 'agent'],
  guide: GUIDE,
  parts: [],
  canStart: false,
  canPrintGuide: true,
  nearest: [
    {
      id: 'guangang-machine',
      kind: 'machine',
      name: { zh: '关港村党群服务站自助机', en: 'Guangang village station, kiosk' },
      address: { zh: '样本区关港村样本组1号', en: '1 Yangben Group, Guangang village' },
      hours: { zh: '24 小时', en: '24 hours' },
      phone: '12345',
      metres: 848,
    },
    {
      id: 'sample-town-hall',
      kind: 'hall',
      name: { zh: '样本镇社区事务受理服务中心', en: 'Sample Town community service centre' },
      address: { zh: '样本区样本镇样本路100号', en: '100 Yangben Road, Sample Town' },
      hours: { zh: '周一至周五 8:30–16:30，周六 8:30–11:30', en: 'Mon–Fri 8:30–16:30, Sat 8:30–11:30' },
      phone: '021-00000001',
      metres: 2_140,
    },
  ],
  qr: { url: 'https://zwdt.example/item/310014000001', rows: QR_ROWS },
};

const BIRTH_PARTS = [
  ['出生医学证明签发', 'Birth certificate'],
  ['预防接种证办理', 'Vaccination record'],
  ['出生户口登记', 'Household registration of the child'],
  ['少儿医保参保登记', 'Medical insurance for the child'],
  ['社会保障卡申领', 'Social security card'],
  ['生育医疗费用和津贴申领', 'Maternity costs and allowance'],
] as const;

export const ITEM_VARIANTS: Readonly<Record<string, ItemScreen>> = {
  'item-startable': { ...ITEM, item: ITEMS.contributions, canStart: true, nearest: [] },
  'item-suspended': {
    ...ITEM,
    item: { ...ITEMS.pension, unavailable: 'suspended' },
    suspended: { zh: '系统升级，11月30日恢复', en: 'The system is being renewed; open again on 30 November' },
  },
  'item-no-printer': { ...ITEM, item: { ...ITEMS.police, unavailable: 'needsPrinter' }, canPrintGuide: false },
  'item-not-here': { ...ITEM, item: { ...ITEMS.housing, unavailable: 'notHere' } },
  'item-phone-only': { ...ITEM, canPrintGuide: false, nearest: [], qr: undefined },
  'item-bundle': {
    ...ITEM,
    item: { ...ITEMS.bundle, finishes: false },
    parts: BIRTH_PARTS.map(([zh, en], index) => ({
      name: { zh, en },
      ...(index > 0 && { code: `31000000020${index}` }),
    })),
  },
};
