import { join } from 'node:path';
import { z } from 'zod';
import type { itemSchema } from '../../contract/catalogue/item.ts';
import type { Guide } from '../../contract/catalogue/guide.ts';
import { type GuideItemSource, type MadeBy, makeGuideItem, makeSelfServiceItem } from './make-items.ts';
import { readChecked, readIfThere, readTable } from './read-source.ts';
import { SourceError } from './source-error.ts';
import {
  type DepartmentFile,
  departmentFileSchema,
  guidesFileSchema,
  ITEM_COLUMNS,
  partsFileSchema,
  selfServiceSchema,
} from './source-schemas.ts';

type ItemInput = z.input<typeof itemSchema>;

export interface DepartmentSource {
  readonly department: DepartmentFile;
  /** With the place in the sources that each was made from. */
  readonly items: readonly { readonly from: string; readonly item: ItemInput }[];
}

const listed = (cell: string, mark: RegExp): string[] =>
  cell
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Reads one department's folder: who it is, its guides, its table, and what is finished at the machine. */
export function readDepartment(dir: string, division: string, demand: Readonly<Record<string, number>>): DepartmentSource {
  const department = readChecked(join(dir, 'department.json'), departmentFileSchema);
  const guides = readChecked(join(dir, 'guides.json'), guidesFileSchema);
  const parts = readIfThere(join(dir, 'parts.json'), partsFileSchema, {});
  const by: MadeBy = { department, division };
  const guideOf = (from: string, id: string): Guide => {
    const guide = guides[id];
    if (!guide) throw new SourceError(`${from}: guide: no "${id}" in guides.json`);
    return guide;
  };

  const table = join(dir, 'items.tsv');
  const guided = readTable(table, ITEM_COLUMNS).map(({ line, row }) => {
    const from = `${table}:${line}`;
    const source: GuideItemSource = {
      ...row,
      kind: row.kind as GuideItemSource['kind'],
      section: row.section || undefined,
      aliases: listed(row.aliases, /[；;]/),
      themes: listed(row.themes, /,/),
      parts: parts[row.serial]?.map((name) => ({ name })),
      demand: demand[row.zh],
    };
    return { from, item: makeGuideItem(by, source, guideOf(from, row.guide)) };
  });

  const finished = join(dir, 'self-service.json');
  const finishing = readIfThere(finished, z.array(selfServiceSchema), []).map((source) => {
    const from = `${finished}: ${source.serial}`;
    const counted = { ...source, demand: source.demand ?? demand[source.zh] };
    return { from, item: makeSelfServiceItem(by, counted, guideOf(from, source.guide)) };
  });
  return { department, items: [...guided, ...finishing] };
}
