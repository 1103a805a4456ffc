const SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const partsOf = (moment: Date): Record<string, string> =>
  Object.fromEntries(SHANGHAI.formatToParts(moment).map(({ type, value }) => [type, value]));

/** `2024-03-05 14:07:09` (GB/T 7408.1 with a space for the T), clock of Shanghai wherever the machine stands. */
export function shanghaiTime(moment: Date): string {
  const { year, month, day, hour, minute, second } = partsOf(moment);
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
}

/** 2024年03月05日, clock of Shanghai. */
export function shanghaiDate(moment: Date): string {
  const { year, month, day } = partsOf(moment);
  return `${year}年${month}月${day}日`;
}

/** `2024-03-05`, clock of Shanghai. */
export const shanghaiDay = (moment: Date): string => shanghaiTime(moment).slice(0, 10);
