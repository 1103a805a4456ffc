import type { LayoutRequest } from '../layout-request.ts';

const text = (zh: string) => ({ zh, en: zh });

/** A request about nobody with `rows` rows in its second table, for tests. */
export function sampleRequest(rows: number, change: Partial<LayoutRequest> = {}): LayoutRequest {
  return {
    template: {
      title: text('基本医疗保险个人账户查询单'),
      subject: [
        { key: 'name', label: text('姓名'), format: 'name' },
        { key: 'idNumber', label: text('证件号码'), format: 'idNumber' },
        { key: 'kind', label: text('参保类型'), format: 'text' },
        { key: 'balance', label: text('账户余额（元）'), format: 'money' },
        { key: 'employer', label: text('参保单位'), format: 'text' },
      ],
      tables: [
        {
          key: 'years',
          title: text('年度汇总'),
          columns: [
            { key: 'year', label: text('年度'), format: 'text', width: 1, align: 'center' },
            { key: 'sum', label: text('计入金额（元）'), format: 'money', width: 2, align: 'right' },
          ],
        },
        {
          key: 'months',
          title: text('个人账户明细'),
          columns: [
            { key: 'no', label: text('序号'), format: 'integer', width: 1, align: 'center' },
            { key: 'month', label: text('月份'), format: 'month', width: 2, align: 'center' },
            { key: 'date', label: text('到账日期'), format: 'date', width: 2, align: 'center' },
            { key: 'what', label: text('摘要'), format: 'text', width: 4, align: 'left' },
            { key: 'amount', label: text('计入金额（元）'), format: 'money', width: 2, align: 'right' },
          ],
        },
      ],
      notes: [text('数据截至打印时间。'), text('可扫描二维码核验本单真伪。')],
      sealOwner: '样本市医疗保险事业管理中心',
    },
    record: {
      subject: { kind: '职工基本医疗保险', balance: 123456789, employer: '样本城市运营服务有限公司' },
      tables: {
        years: [{ year: '2023', sum: 412300 }],
        months: Array.from({ length: rows }, (_, index) => ({
          no: index + 1,
          month: `${2014 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
          date: '2024-03-05',
          what:
            index % 17 === 5
              ? 'BEGINS门急诊自负段现金支付（样本街道社区卫生服务中心样本村卫生室）ENDS'
              : '单位缴费计入',
          amount: index % 9 === 3 ? -12345 : 34567 + index,
        })),
      },
    },
    holder: { name: '赵𬭚𫖯', idNumber: '319999197901309034' },
    document: {
      number: 'YB-20261121-00042',
      issuedAt: '2026-11-21T02:30:00+08:00',
      verifyUrl: 'https://center.example/verify/YB-20261121-00042?c=9f2d6b1a',
    },
    kiosk: { id: '310120-0042', site: '关港村党群服务站' },
    printedAt: new Date('2026-11-20T18:30:05Z'),
    ...change,
  };
}
