import type { Screen } from '../../contract/screen.ts';
import type { SearchHit } from '../../contract/tiles.ts';
import { DEVICE_HEALTHS } from './sample-devices.ts';
import { ITEMS } from './sample-items.ts';
import { LISTED } from './sample-list.ts';

const found = (item: SearchHit['item'], ranges: [number, number][], alias?: string): SearchHit => ({
  item,
  matched: alias ? { in: 'alias', text: alias, ranges } : { in: 'name', text: item.name.zh, ranges },
});

/** Found by name, by what people call it, and one that cannot be had here. */
export const HITS: readonly SearchHit[] = [
  found(ITEMS.account, [[0, 2]]),
  found(ITEMS.visits, [[6, 8]], '看病花了多少医保的钱'),
  found({ ...ITEMS.police, unavailable: 'needsNetwork' }, [[0, 2]], '有没有案底'),
  found(ITEMS.contributions, [[4, 6]]),
  ...LISTED.slice(12, 22).map((item, index) => found(item, [[index % 3, (index % 3) + 2]])),
];

/** Everything that a form may have asked. */
export const INPUTS = [
  {
    label: { zh: '单位名称', en: 'Company name' },
    value: { zh: '上海样本实业发展有限公司', en: '上海样本实业发展有限公司' },
  },
  { label: { zh: '查询月份', en: 'Months' }, value: { zh: '2025年11月至2026年10月', en: 'Nov 2025 to Oct 2026' } },
  {
    label: { zh: '统一社会信用代码', en: 'Credit code' },
    value: { zh: '913100**********0X', en: '913100**********0X' },
  },
  { label: { zh: '险种', en: 'Scheme' }, value: { zh: '企业职工基本养老保险', en: 'Employee pension insurance' } },
  { label: { zh: '户籍所在地', en: 'Registered home' }, value: { zh: '奉贤', en: 'Fengxian' } },
  { label: { zh: '出生日期', en: 'Date of birth' }, value: { zh: '1950年5月31日', en: '31 May 1950' } },
  { label: { zh: '车牌号', en: 'Number plate' }, value: { zh: '沪A12345', en: '沪A12345' } },
  { label: { zh: '用途', en: 'What for' }, value: { zh: '办理不动产登记', en: 'Registration of property' } },
] as const;

export const TECHNICIAN: Extract<Screen, { name: 'technician' }> = {
  name: 'technician',
  catalogue: {
    catalogue: 'shanghai-specimen',
    version: 42,
    publishedAt: '2026-11-20T02:15:00Z',
    items: 1_384,
    previousVersion: 41,
    checkedAt: '2026-11-21T02:54:00Z',
    refused: {
      reason: 'badEntry',
      version: 43,
      detail: 'item/310014000101: machine.form.0.label',
      at: '2026-11-21T02:50:00Z',
    },
  },
  devices: DEVICE_HEALTHS,
  cameras: { document: { label: 'document-camera', rotate: 90 }, person: { label: 'document-camera', rotate: 0 } },
};
