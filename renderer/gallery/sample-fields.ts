import type { FormField } from '../../contract/catalogue/form.ts';
import { REGIONS } from '../../contract/catalogue/regions.ts';
import type { Screen } from '../../contract/screen.ts';
import type { Typed } from '../../contract/tiles.ts';
import { ITEMS } from './sample-items.ts';

type FillScreen = Extract<Screen, { name: 'fill' }>;

const NOTHING: Typed = { text: '', composing: '', candidates: [] };

const fill = (field: FormField, typed: Partial<Typed> = {}, more: Partial<FillScreen> = {}): FillScreen => ({
  name: 'fill',
  item: ITEMS.contributions,
  field,
  step: 1,
  steps: 3,
  typed: { ...NOTHING, ...typed },
  value: typed.text ?? '',
  ...more,
});

const label = (zh: string, en: string): { label: { zh: string; en: string }; required: true } => ({
  label: { zh, en },
  required: true,
});

const COMPANY: FormField = {
  key: 'company',
  type: 'text',
  format: 'companyName',
  minLength: 2,
  maxLength: 40,
  ...label('单位名称', 'Company name'),
  hint: { zh: '照营业执照上的写，可以只写前几个字', en: 'As on the business licence; the first characters are enough' },
};
const uscc: FormField = {
  key: 'uscc',
  type: 'text',
  format: 'uscc',
  minLength: 18,
  maxLength: 18,
  ...label('统一社会信用代码', 'Unified social credit code'),
};

/** The form's page with a hanzi keyboard in use. */
export const FILL: FillScreen = fill(COMPANY, {
  text: '上海样本',
  composing: 'shiye',
  candidates: [
    '实业',
    '事业',
    '视野',
    '失业',
    '市',
    '是',
    '时',
    '事',
    '十',
    '使',
    '世',
    '师',
    '实',
    '式',
    '识',
    '史',
    '示',
    '施',
  ],
});

/** One for every kind of keys, and of what can be wrong. */
export const FILL_VARIANTS: Readonly<Record<string, FillScreen>> = {
  'fill-hanzi-empty': fill(COMPANY),
  'fill-id-number': fill(
    {
      key: 'idNumber',
      type: 'idNumber',
      ...label('被查询人的身份证号码', 'ID number'),
      hint: { zh: '身份证人像面最下面一行', en: 'The last line of the front of the card' },
    },
    { text: '310***********12' },
    { fault: 'badIdNumber' },
  ),
  'fill-phone': fill({ key: 'phone', type: 'phone', ...label('手机号', 'Mobile number') }, { text: '1390000' }),
  'fill-number': fill(
    { key: 'floor', type: 'number', min: -3, max: 120, ...label('楼层', 'Floor'), required: false },
    {},
    { step: 2 },
  ),
  'fill-uscc': fill(uscc, { text: '91310000MA1FL' }, { fault: 'badUscc' }),
  'fill-certificate': fill(
    { ...uscc, key: 'permit', format: 'certificateNumber', ...label('居住证编号', 'Number of the residence permit') },
    { text: 'SH-2024' },
  ),
  'fill-plate-province': fill({ ...uscc, key: 'plate', format: 'plateNumber', ...label('车牌号', 'Number plate') }),
  'fill-plate': fill(
    { ...uscc, key: 'plate', format: 'plateNumber', ...label('车牌号', 'Number plate') },
    { text: '沪A12' },
  ),
  'fill-date': fill({ key: 'day', type: 'date', latest: 0, ...label('出生日期', 'Date of birth') }),
  'fill-date-filled': fill(
    { key: 'day', type: 'date', latest: 0, ...label('出生日期', 'Date of birth') },
    { text: '1950-05-31' },
  ),
  'fill-months': fill(
    { key: 'period', type: 'monthRange', maxMonths: 24, ...label('查询月份', 'Months') },
    { text: '2025-11/2026-10' },
    { fault: 'tooManyMonths' },
  ),
  'fill-months-empty': fill({ key: 'period', type: 'monthRange', maxMonths: 24, ...label('查询月份', 'Months') }),
  'fill-choice': fill(
    {
      key: 'scheme',
      type: 'choice',
      ...label('险种', 'Scheme'),
      choices: [
        { value: 'employee', label: { zh: '企业职工基本养老保险', en: 'Employee pension insurance' } },
        { value: 'resident', label: { zh: '城乡居民基本养老保险', en: 'Resident pension insurance' } },
        { value: 'injury', label: { zh: '工伤保险', en: 'Work injury insurance' } },
      ],
    },
    { text: 'resident' },
  ),
  'fill-choice-many': fill({
    key: 'use',
    type: 'choice',
    ...label('用途', 'What it is for'),
    choices: Array.from({ length: 12 }, (_, index) => ({
      value: `use${index}`,
      label: { zh: `办理不动产登记用途${index + 1}`, en: `Registration of property, use ${index + 1}` },
    })),
  }),
  'fill-region': fill(
    { key: 'region', type: 'region', within: 'country', ...label('户籍所在地', 'Registered home') },
    { text: '310120' },
    { regions: [...REGIONS], step: 3 },
  ),
};
