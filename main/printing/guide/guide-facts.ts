import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import type { RecordRow } from '../../../contract/record.ts';

const AUDIENCE: Readonly<Record<CatalogueItem['audience'], string>> = {
  person: '个人',
  company: '企业和其他单位',
  both: '个人、企业和其他单位',
};

const REACH: Readonly<Record<CatalogueItem['guide']['reach'], string>> = {
  city: '全市通办，哪个受理点都可以',
  district: '本区通办，区内哪个受理点都可以',
  street: '户籍地或居住地的街道、镇',
};

/** What stands in the head of a guide: by whom, when, how long, how much. */
export function guideFacts(item: CatalogueItem): RecordRow {
  const { guide, handledBy } = item;
  return {
    code: item.code,
    audience: AUDIENCE[item.audience],
    authority: handledBy.authority.zh,
    hours: handledBy.hours.zh,
    phone: handledBy.phone,
    reach: REACH[guide.reach],
    promised: daysInWords(guide.promisedDays),
    legal: daysInWords(guide.legalDays),
    fee: guide.fee?.zh ?? '不收费',
    visits: guide.visits === 0 ? '不用跑' : `最多跑 ${guide.visits} 次`,
    online: guide.online ? '可以' : '不可以，要到窗口办',
    result: guide.result.zh,
  };
}

/** Working days; 0 is on the spot. */
const daysInWords = (days: number): string => (days === 0 ? '当场办结' : `${days} 个工作日`);
