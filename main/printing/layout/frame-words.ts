import type { Language } from '../../../contract/screen.ts';
import type { Bilingual } from '../../../contract/text.ts';

/** The fixed words of every paper. Those of seal, signatures and verification stay Chinese: they belong to documents. */
export interface FrameWords {
  readonly number: (number: string) => string;
  readonly page: (page: number, pages: number) => string;
  readonly terminal: (terminal: string) => string;
  readonly printedAt: (moment: string) => string;
  readonly notes: string;
  readonly continued: (title: string) => string;
  readonly noRows: string;
}

const FRAME_WORDS: Readonly<Record<Language, FrameWords>> = {
  'zh-CN': {
    number: (number) => `编号：${number}`,
    page: (page, pages) => `第 ${page} 页 共 ${pages} 页`,
    terminal: (terminal) => `自助终端：${terminal}`,
    printedAt: (moment) => `打印时间：${moment}`,
    notes: '说明',
    continued: (title) => `${title}（续）`,
    noRows: '（无记录）',
  },
  en: {
    number: (number) => `No. ${number}`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    terminal: (terminal) => `Terminal: ${terminal}`,
    printedAt: (moment) => `Printed at: ${moment}`,
    notes: 'Notes',
    continued: (title) => `${title} (continued)`,
    noRows: '(no records)',
  },
};

export const frameWords = (language: Language = 'zh-CN'): FrameWords => FRAME_WORDS[language];

/** One text in the language of the paper. */
export const inLanguage = ({ zh, en }: Bilingual, language: Language = 'zh-CN'): string =>
  language === 'en' ? en : zh;
