import type { Language } from '../../../contract/screen.ts';

interface HandInWords {
  readonly service: string;
  readonly title: string;
  readonly caseNumber: string;
  readonly item: string;
  readonly unverified: string;
  readonly cell: string;
  cellNumber(cell: number): string;
  readonly handedInAt: string;
  readonly site: string;
  readonly kiosk: string;
  readonly reference: string;
  readonly more: string;
  readonly whatNext: string;
  hotline(phone: string): string;
}

/** The words on the slip of materials that were put into the locker. */
export const HAND_IN_WORDS: Readonly<Record<Language, HandInWords>> = {
  'zh-CN': {
    service: '上海市“一网通办”自助终端',
    title: '材料交存凭条',
    caseNumber: '办件编号',
    item: '办理事项',
    unverified: '交存时网络不通，事项由工作人员核对。',
    cell: '存放柜门',
    cellNumber: (cell) => `${cell} 号`,
    handedInAt: '交存时间',
    site: '交存地点',
    kiosk: '终端编号',
    reference: '交存编号',
    more: '还要补交，请再扫这个码',
    whatNext: '工作人员收取后会办理',
    hotline: (phone) => `有疑问，请拨打服务热线 ${phone}`,
  },
  en: {
    service: 'Shanghai Government Online-Offline',
    title: 'Papers handed in',
    caseNumber: 'Case No.',
    item: 'Service',
    unverified: 'Handed in without network; the staff will look up the case.',
    cell: 'Locker door',
    cellNumber: (cell) => `No. ${cell}`,
    handedInAt: 'Time (Beijing)',
    site: 'Place',
    kiosk: 'Terminal',
    reference: 'Reference',
    more: 'More to hand in? Scan this code again',
    whatNext: 'The staff will take it and go on with your case',
    hotline: (phone) => `Questions? Call ${phone}`,
  },
};
