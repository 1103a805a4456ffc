import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Guide, SharedGuide } from '../../../contract/catalogue/guide.ts';
import type { itemSchema } from '../../../contract/catalogue/item.ts';
import { type GuideItemSource, type MadeBy, makeGuideItem, makeSelfServiceItem } from '../making/make-items.ts';
import type { Report } from './fault.ts';
import { jsonOrigin, madeOrigin, type Origin, rowOrigin } from './origin.ts';
import { readChecked } from './read-json.ts';
import { readTable } from './read-table.ts';
import {
  type DepartmentFile,
  departmentFileSchema,
  guidesFileSchema,
  ITEM_COLUMNS,
  partsFileSchema,
  selfServiceSchema,
} from './source-schemas.ts';

/** Not yet checked as an item: that is done for all in the same way, whatever they were made from. */
export interface MadeItem {
  readonly origin: Origin;
  readonly item: z.input<typeof itemSchema>;
}

export interface DepartmentSource {
  readonly origin: Origin;
  readonly department: DepartmentFile;
  readonly guides: readonly { readonly origin: Origin; readonly guide: SharedGuide }[];
  readonly items: readonly MadeItem[];
}

const listed = (cell: string, mark: RegExp): string[] =>
  cell
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Reads one department's folder: who it is, its guides, its table, and what is finished at the machine. */
export function readDepartment(dir: string, division: string, report: Report): DepartmentSource | undefined {
  const file = join(dir, 'department.json');
  const read = readChecked(file, departmentFileSchema, report);
  const guidesFile = join(dir, 'guides.json');
  const guides = readChecked(guidesFile, guidesFileSchema, report);
  if (!read || !guides) return undefined;
  const by: MadeBy = { department: read.value, division };
  const guideOf = (origin: Origin, id: string): SharedGuide | undefined => {
    const guide = guides.value[id];
    if (guide) return shared(by, id, guide);
    const known = Object.keys(guides.value).join(', ');
    report(
      origin.fault(['guide'], {
        en: `expected one of guides.json: ${known}`,
        zh: `应当是 guides.json 里有的：${known}`,
      }),
    );
    return undefined;
  };
  return {
    origin: jsonOrigin(file, read.json),
    department: read.value,
    guides: Object.entries(guides.value).map(([id, guide]) => ({
      origin: jsonOrigin(guidesFile, guides.json, [id]),
      guide: shared(by, id, guide),
    })),
    items: [...ofTable(dir, by, guideOf, report), ...ofSelfService(dir, by, guideOf, report)],
  };
}

/** Guides are named within their department; in the catalogue by its number as well. */
const shared = ({ department }: MadeBy, id: string, guide: Guide): SharedGuide => ({
  ...guide,
  id: `g${department.number}-${id}`,
});

type GuideOf = (origin: Origin, id: string) => SharedGuide | undefined;

function ofTable(dir: string, by: MadeBy, guideOf: GuideOf, report: Report): MadeItem[] {
  const file = join(dir, 'items.tsv');
  const partsFile = join(dir, 'parts.json');
  const parts = existsSync(partsFile) ? (readChecked(partsFile, partsFileSchema, report)?.value ?? {}) : {};
  return readTable(file, ITEM_COLUMNS, report).flatMap(({ line, row }) => {
    const origin = rowOrigin(file, line, row);
    const guide = guideOf(origin, row.guide);
    if (!guide) return [];
    const source: GuideItemSource = {
      ...row,
      // What it really is, the schema of the made item says.
      kind: row.kind as GuideItemSource['kind'],
      section: row.section || undefined,
      aliases: listed(row.aliases, /[；;]/),
      themes: listed(row.themes, /,/),
      parts: parts[row.serial]?.map((name) => ({ name })),
    };
    return [{ origin, item: makeGuideItem(by, source, guide) }];
  });
}

function ofSelfService(dir: string, by: MadeBy, guideOf: GuideOf, report: Report): MadeItem[] {
  const file = join(dir, 'self-service.json');
  if (!existsSync(file)) return [];
  const read = readChecked(file, z.array(selfServiceSchema), report);
  if (!read) return [];
  return read.value.flatMap((source, index) => {
    const origin = madeOrigin(file, read.json, index);
    const guide = guideOf(origin, source.guide);
    return guide ? [{ origin, item: makeSelfServiceItem(by, source, guide) }] : [];
  });
}
