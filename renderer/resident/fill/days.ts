const TIME_ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

/** `YYYY-MM-DD` at the machine's place. */
export const todayText = (now: Date): string => now.toLocaleDateString('sv-SE', { timeZone: TIME_ZONE });

/** A day so many days from another, both `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Of a month, 1–12. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export interface Bounds {
  readonly earliest: string;
  readonly latest: string;
}

/** Years that a person fills in without a bound of the field: a long life back, a lease ahead. */
const BACK_DAYS = 120 * 365.25;
const AHEAD_DAYS = 20 * 365.25;

/** First and last day of a date field; its bounds are days from today. */
export const boundsOf = (
  field: { earliest?: number | undefined; latest?: number | undefined },
  today: string,
): Bounds => ({
  earliest: addDays(today, field.earliest ?? -Math.round(BACK_DAYS)),
  latest: addDays(today, field.latest ?? Math.round(AHEAD_DAYS)),
});

/** Whether any day that begins with this text (`2026`, `2026-02`, `2026-02-28`) lies within the bounds. */
export const within = (start: string, { earliest, latest }: Bounds): boolean =>
  start >= earliest.slice(0, start.length) && start <= latest.slice(0, start.length);

export const two = (value: number): string => String(value).padStart(2, '0');
