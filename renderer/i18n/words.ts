import type { Language } from '../../contract/screen.ts';
import type { Bilingual } from '../../contract/text.ts';
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

/**
 * A plain typed dictionary instead of i18next: there are two languages, both always loaded, and the compiler itself
 * proves that every sentence exists in both and gets the numbers it needs.
 */
const DICTIONARIES: Readonly<Record<Language, Words>> = { 'zh-CN': zh, en };

export const wordsOf = (language: Language): Words => DICTIONARIES[language];

/** The font draws curly quotes as wide as a hanzi, which tears English words apart. */
export const pick = (text: Bilingual, language: Language): string =>
  language === 'en' ? text.en.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"') : text.zh;
