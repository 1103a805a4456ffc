const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD` that stands in the calendar; undefined: it does not (2023-02-29). */
export function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) return undefined;
  return ms / MS_PER_DAY;
}

/** Months since year 0 of a `YYYY-MM` or `YYYY-MM-DD`; undefined: no such month. */
export function monthNumber(text: string): number | undefined {
  const [, year, month] = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(text) ?? [];
  const ofYear = Number(month) - 1;
  return year !== undefined && ofYear >= 0 && ofYear < 12 ? Number(year) * 12 + ofYear : undefined;
}
