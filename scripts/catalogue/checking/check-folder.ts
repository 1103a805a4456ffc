import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueEntries } from '../../../contract/catalogue/checked.ts';
import type { Fault } from '../reading/fault.ts';
import { type CheckedFile, checkAlone, checkAmong } from './check-file.ts';

/** Nobody writes more items by hand; a folder with more is another folder. */
const MOST_FILES = 2000;

export const isCatalogueFolder = (dir: string): boolean => existsSync(join(dir, 'source'));

/** Checks a folder of files of one entry each, against the catalogue and against each other. */
export function checkFolder(dir: string, catalogue: CatalogueEntries): CheckedFile[] {
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  if (names.length === 0) return [refused(dir, 'expected files *.json', '这里没有 .json 文件')];
  if (names.length > MOST_FILES) {
    const many = `${names.length} files: expected at most ${MOST_FILES}`;
    return [refused(dir, many, `这里有 ${names.length} 个文件，最多 ${MOST_FILES} 个，请确认文件夹对不对`)];
  }
  const alone = names.map((name) => checkAlone(join(dir, name), catalogue));
  const good = alone.flatMap(({ entry }) => (entry ? [entry] : []));
  return alone.map((one) =>
    checkAmong(
      one,
      catalogue,
      good.filter((entry) => entry !== one.entry),
    ),
  );
}

function refused(file: string, en: string, zh: string): CheckedFile {
  const fault: Fault = { file, line: 1, key: '(the folder)', value: undefined, expected: { en, zh } };
  return { file, faults: [fault] };
}
