import type { Language } from '../../../contract/screen.ts';

interface ReceiptWords {
  readonly service: string;
  readonly title: string;
  readonly item: string;
  readonly holder: string;
  readonly pages: string;
  pageCount(pages: number): string;
  readonly documentNumber: string;
  readonly printedAt: string;
  readonly site: string;
  readonly kiosk: string;
  readonly transaction: string;
  readonly verify: string;
  readonly takeAlong: string;
  hotline(phone: string): string;
  readonly goodbye: string;
}

/** The words on a receipt. Chinese is for people who read slowly: short, and what to do comes before courtesy. */
export const RECEIPT_WORDS: Readonly<Record<Language, ReceiptWords>> = {
  'zh-CN': {
    service: '上海市“一网通办”自助终端',
    title: '办理凭条',
    item: '办理事项',
    holder: '姓名',
    pages: '打印页数',
    pageCount: (pages) => `${pages} 页`,
    documentNumber: '文件编号',
    printedAt: '打印时间',
    site: '办理地点',
    kiosk: '终端编号',
    transaction: '业务流水号',
    verify: '扫一扫，核验文件真伪',
    takeAlong: '请带好您的身份证和文件',
    hotline: (phone) => `有疑问，请拨打服务热线 ${phone}`,
    goodbye: '感谢您的使用，祝您平安顺心！',
  },
  en: {
    service: 'Shanghai Government Online-Offline',
    title: 'Service receipt',
    item: 'Service',
    holder: 'Name',
    pages: 'Printed',
    pageCount: (pages) => (pages === 1 ? '1 page' : `${pages} pages`),
    documentNumber: 'Document No.',
    printedAt: 'Time (Beijing)',
    site: 'Place',
    kiosk: 'Terminal',
    transaction: 'Reference',
    verify: 'Scan to verify this document',
    takeAlong: 'Please take your card and papers with you',
    hotline: (phone) => `Questions? Call ${phone}`,
    goodbye: 'Thank you, and have a good day!',
  },
};
