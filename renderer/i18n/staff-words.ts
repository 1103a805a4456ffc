import type { Language } from '../../contract/screen.ts';
import { enStaff } from './en-staff.ts';
import { type StaffWords, zhStaff } from './zh-staff.ts';

const DICTIONARIES: Readonly<Record<Language, StaffWords>> = { 'zh-CN': zhStaff, en: enStaff };

/** The words of the staff's page, apart from the residents'. */
export const staffWordsOf = (language: Language): StaffWords => DICTIONARIES[language];
