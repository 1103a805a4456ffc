import type { ValueFormat } from '../../contract/catalogue/template.ts';
import type { RecordValue } from '../../contract/record.ts';
import type { Language } from '../../contract/screen.ts';
import type { Words } from './zh.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Fen as an integer → `1,234.56`, by digits, so that no fraction is ever rounded. */
export function formatFen(fen: number): string {
  const digits = String(Math.abs(Math.trunc(fen))).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '−' : ''}${yuan}.${digits.slice(-2)}`;
}

function formatMonth(text: string, language: Language): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  if (!year || !month) return text;
  return language === 'en' ? `${MONTHS[Number(month) - 1] ?? month} ${year}` : `${year}年${Number(month)}月`;
}

function formatDate(text: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (!year || !month || !day) return text;
  if (language === 'en') return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** Writes a value of a record as its template says. A masked value does not fit its format and stays as it is. */
export function formatValue(value: RecordValue | undefined, format: ValueFormat, language: Language): string {
  if (value === null || value === undefined || value === '') return '—';
  if (format === 'money' && typeof value === 'number') return formatFen(value);
  if (typeof value === 'number') return String(value);
  if (format === 'month') return formatMonth(value, language);
  if (format === 'date') return formatDate(value, language);
  return value;
}

/** A span as a person says it: whole seconds up to 90, then whole minutes, rounded up. */
export function formatSpan(ms: number, words: Words): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return seconds <= 90 ? words.seconds(seconds) : words.minutes(Math.ceil(seconds / 60));
}

/** The clock on the wall, whatever zone the machine was installed with. */
const TIME_ZONE = 'Asia/Shanghai';

/** `11月21日 星期六`, `Sat 21 Nov`. */
export const formatDay = (date: Date, language: Language): string =>
  language === 'en'
    ? date.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: TIME_ZONE })
    : date.toLocaleDateString('zh-CN', { weekday: 'long', month: 'long', day: 'numeric', timeZone: TIME_ZONE });

export const formatTime = (date: Date): string =>
  date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: TIME_ZONE });

/** A way as a person says it: tens of metres, from a kilometre on kilometres with one digit. */
export function formatMetres(metres: number, words: Words): string {
  if (metres < 1000) return words.metres(Math.max(10, Math.round(metres / 10) * 10));
  return words.kilometres((metres / 1000).toFixed(metres < 10_000 ? 1 : 0));
}

/** `2026-11-21 10:54`, the way that technicians write it, in either language. */
export const formatInstant = (date: Date, language: Language): string =>
  `${date.toLocaleDateString('sv-SE', { timeZone: TIME_ZONE })} ${formatTime(date)}${language === 'en' ? ' (Shanghai)' : ''}`;
