import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import type { RecordRow } from '../../../contract/record.ts';
import type { Language } from '../../../contract/screen.ts';
import type { Bilingual } from '../../../contract/text.ts';
import { inLanguage } from '../layout/frame-words.ts';

const AUDIENCE: Readonly<Record<CatalogueItem['audience'], Bilingual>> = {
  person: { zh: '个人', en: 'Individuals' },
  company: { zh: '企业和其他单位', en: 'Companies and other organisations' },
  both: { zh: '个人、企业和其他单位', en: 'Individuals, companies and other organisations' },
};

const REACH: Readonly<Record<CatalogueItem['guide']['reach'], Bilingual>> = {
  city: { zh: '全市通办，哪个受理点都可以', en: 'At any service centre in the city' },
  district: { zh: '本区通办，区内哪个受理点都可以', en: 'At any service centre in this district' },
  street: {
    zh: '户籍地或居住地的街道、镇',
    en: 'In the subdistrict or town where you are registered or live',
  },
};

const FREE = { zh: '不收费', en: 'Free of charge' };
const ON_THE_SPOT = { zh: '当场办结', en: 'On the spot' };
const NO_VISIT = { zh: '不用跑', en: 'None needed' };
const ONLINE = { zh: '可以', en: 'Yes' };
const NOT_ONLINE = { zh: '不可以，要到窗口办', en: 'No, only at a counter' };

/** What stands in the head of a guide: by whom, when, how long, how much. */
export function guideFacts(item: CatalogueItem, language: Language): RecordRow {
  const { guide, handledBy } = item;
  const said = (text: Bilingual): string => inLanguage(text, language);
  return {
    code: item.code,
    audience: said(AUDIENCE[item.audience]),
    authority: said(handledBy.authority),
    hours: said(handledBy.hours),
    phone: handledBy.phone,
    reach: said(REACH[guide.reach]),
    promised: said(daysInWords(guide.promisedDays)),
    legal: said(daysInWords(guide.legalDays)),
    fee: said(guide.fee ?? FREE),
    visits: said(visitsInWords(guide.visits)),
    online: said(guide.online ? ONLINE : NOT_ONLINE),
    result: said(guide.result),
  };
}

/** Working days; 0 is on the spot. */
function daysInWords(days: number): Bilingual {
  if (days === 0) return ON_THE_SPOT;
  return { zh: `${days} 个工作日`, en: days === 1 ? '1 working day' : `${days} working days` };
}

function visitsInWords(visits: number): Bilingual {
  if (visits === 0) return NO_VISIT;
  return { zh: `最多跑 ${visits} 次`, en: visits === 1 ? '1 visit at most' : `${visits} visits at most` };
}
