import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { Report } from './fault.ts';
import { jsonOrigin } from './origin.ts';
import type { MadeItem } from './read-department.ts';
import { readChecked } from './read-json.ts';

/** `source/demand.json`: how much an item is asked for, 0–100, by its Chinese name; for the items made from tables. */
const demandFileSchema = z.record(z.string(), z.number().int().min(0).max(100));

/** The items with the demand that was counted for them. A name that no item has is a fault: it would count for nothing. */
export function withDemand(items: readonly MadeItem[], file: string, report: Report): readonly MadeItem[] {
  if (!existsSync(file)) return items;
  const read = readChecked(file, demandFileSchema, report);
  if (!read) return items;
  const counted = read.value;
  const known = new Set(items.map(({ item }) => item.name.zh));
  const origin = jsonOrigin(file, read.json);
  for (const name of Object.keys(counted).filter((each) => !known.has(each))) {
    report(
      origin.fault([name], {
        en: 'expected the Chinese name of an item in source/',
        zh: '应当是 source/ 里一个事项的中文名称',
      }),
    );
  }
  return items.map(({ origin: from, item }) => {
    const demand = counted[item.name.zh];
    return { origin: from, item: demand === undefined ? item : { ...item, demand } };
  });
}
