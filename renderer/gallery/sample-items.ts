import type { DocumentTemplate } from '../../contract/catalogue/template.ts';
import type { RecordRow } from '../../contract/record.ts';
import type { ItemTile } from '../../contract/tiles.ts';

const item = (code: string, icon: ItemTile['icon'], department: string, zh: string, en: string): ItemTile => ({
  code,
  icon,
  department,
  finishes: true,
  name: { zh, en },
});

export const ITEMS = {
  account: item('310000000101', 'medical', 'ybj', '医保个人账户查询', 'Medical insurance account'),
  contributions: item('310000000102', 'insurance', 'rsj', '社会保险缴费记录', 'Social insurance contributions'),
  pension: item('310000000103', 'pension', 'rsj', '养老金待遇发放明细', 'Pension payments'),
  housing: item('310000000104', 'housing', 'gjj', '住房公积金缴存明细', 'Housing provident fund'),
  residence: item('310000000105', 'residence', 'gaj', '居住证持证信息', 'Residence permit record'),
  police: item('310000000106', 'police', 'gaj', '无犯罪记录证明', 'Certificate of no criminal record'),
  bundle: item('310000000108', 'bundle', 'bundles', '新生儿出生一件事', 'Newborn: all birth papers at once'),
  statement: item('310014000103', 'pension', 'social-security', '养老保险个人权益记录单', 'Pension rights statement'),
  visits: item('310000000107', 'visit', 'ybj', '就医记录查询', 'Medical visits'),
} as const;

export const POPULAR: readonly ItemTile[] = [
  ITEMS.account,
  ITEMS.contributions,
  ITEMS.pension,
  ITEMS.housing,
  ITEMS.residence,
  ITEMS.police,
  ITEMS.visits,
  ITEMS.statement,
];

export const ACCOUNT_TEMPLATE: DocumentTemplate = {
  title: { zh: '医疗保险个人账户记录', en: 'Medical insurance personal account' },
  subject: [
    { key: 'name', label: { zh: '姓名', en: 'Name' }, format: 'name' },
    { key: 'idNumber', label: { zh: '证件号码', en: 'ID number' }, format: 'idNumber' },
    { key: 'employer', label: { zh: '参保单位', en: 'Employer' }, format: 'text' },
    { key: 'status', label: { zh: '参保状态', en: 'State' }, format: 'text' },
    { key: 'period', label: { zh: '起始月份', en: 'From' }, format: 'month' },
    { key: 'balance', label: { zh: '账户余额（元）', en: 'Balance (CNY)' }, format: 'money' },
  ],
  tables: [
    {
      key: 'months',
      title: { zh: '按月收支', en: 'By month' },
      columns: [
        { key: 'month', label: { zh: '月份', en: 'Month' }, format: 'month', width: 3, align: 'left' },
        { key: 'base', label: { zh: '缴费基数', en: 'Base' }, format: 'money', width: 3, align: 'right' },
        { key: 'income', label: { zh: '划入', en: 'Paid in' }, format: 'money', width: 2.5, align: 'right' },
        { key: 'spent', label: { zh: '支出', en: 'Spent' }, format: 'money', width: 2.5, align: 'right' },
        { key: 'balance', label: { zh: '余额', en: 'Balance' }, format: 'money', width: 3, align: 'right' },
      ],
    },
  ],
  notes: [{ zh: '本记录由医疗保障部门提供。', en: 'Provided by the medical insurance department.' }],
  sealOwner: '样本区医疗保障局',
};

/** Labels that need more lines than the other table's: its header is higher. */
export const WORDY_TABLE: DocumentTemplate['tables'][number] = {
  key: 'wordy',
  title: { zh: '按月缴费明细', en: 'Contributions by month' },
  columns: [
    {
      key: 'month',
      label: { zh: '费款所属月份', en: 'Month of contribution' },
      format: 'month',
      width: 2,
      align: 'left',
    },
    {
      key: 'base',
      label: { zh: '月缴费基数（元）', en: 'Monthly base (CNY)' },
      format: 'money',
      width: 3,
      align: 'right',
    },
    {
      key: 'income',
      label: { zh: '单位缴纳部分（元）', en: 'Paid by employer (CNY)' },
      format: 'money',
      width: 2,
      align: 'right',
    },
  ],
};

/** Believable months, the newest first: 2026-10 back to the given number of months. */
export function accountMonths(count: number): RecordRow[] {
  const rows: RecordRow[] = [];
  let balance = 1_864_215;
  for (let back = 0; back < count; back += 1) {
    const month = new Date(Date.UTC(2026, 9 - back, 1)).toISOString().slice(0, 7);
    const spent = back % 5 === 0 ? 0 : 3_150 + ((back * 7_919) % 42_000);
    rows.push({ month, base: 1_246_000, income: 24_920, spent, balance });
    balance -= 24_920 - spent;
  }
  return rows;
}
