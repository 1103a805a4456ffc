import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrokenItem } from '../../../center/records/answered-items.ts';
import type { CatalogueEntries } from '../../../contract/catalogue/checked.ts';
import type { CatalogueItem } from '../../../contract/catalogue/item.ts';
import { isBasicCode } from '../../../contract/catalogue/item-code.ts';
import { checkAlone, checkAmong } from '../checking/check-file.ts';
import type { Output } from '../output.ts';
import { photograph } from '../previewing/photograph.ts';
import { previewMachine } from '../previewing/preview-machine.ts';
import { previewPapers, UnprintableItem } from '../previewing/preview-papers.ts';
import { previewScreens } from '../previewing/preview-screens.ts';
import { sampleVisit } from '../previewing/sample-visit.ts';
import { withItem } from '../previewing/with-file.ts';
import { type BuiltCatalogue, readBuilt } from '../reading/read-built.ts';
import { tellFaults } from './tell-faults.ts';

export interface PreviewOptions {
  /** A code of the catalogue, or a file that is not published yet. */
  readonly what: string;
  readonly catalogue: string;
  /** Default `out/preview/<code>`. */
  readonly out: string | undefined;
}

/** Writes the pages of an item as PNG and its papers as PDF, with sample data. Answers the exit code. */
export async function previewCommand(
  { what, catalogue: dir, out: folder }: PreviewOptions,
  output: Output,
): Promise<number> {
  const { out, err } = output;
  const built = readBuilt(dir);
  if (!built.ok) {
    err(built.error);
    return 1;
  }
  const found = isBasicCode(what) ? inCatalogue(what, built.value.entries) : inFile(what, built.value, output);
  if (!found) {
    if (isBasicCode(what)) err(`${dir}: no item ${what}`);
    return 1;
  }
  const { item, entries } = found;
  const target = folder ?? join('out', 'preview', item.code);
  mkdirSync(target, { recursive: true });
  const keep = (name: string, bytes: Uint8Array): void => {
    writeFileSync(join(target, name), bytes);
    out(join(target, name));
  };
  try {
    const machine = previewMachine(entries, new Date());
    const sample = sampleVisit(item, machine);
    const papers = await previewPapers(item, sample, machine);
    for (const { name, pages, pdf } of papers) {
      keep(`${name}.pdf`, pdf);
      out(`  ${pages} ${pages === 1 ? 'page' : 'pages'}`);
    }
    if (sample && !sample.record)
      out('no document: the department delivers it finished, or no specimen person has such a record');
    const documentPages = papers.find(({ name }) => name === 'document')?.pages;
    await photograph(previewScreens(item, sample, machine, documentPages), (name, png) => keep(`${name}.png`, png));
    return 0;
  } catch (error) {
    if (!(error instanceof UnprintableItem || error instanceof BrokenItem)) throw error;
    err(`${item.code} ${item.name.zh}: ${error.message}`);
    return 1;
  }
}

interface FoundItem {
  readonly item: CatalogueItem;
  readonly entries: CatalogueEntries;
}

function inCatalogue(code: string, entries: CatalogueEntries): FoundItem | undefined {
  const item = entries.items.find((each) => each.code === code);
  return item && { item, entries };
}

function inFile(file: string, { bundle, entries }: BuiltCatalogue, { err }: Output): FoundItem | undefined {
  const { entry, faults } = checkAmong(checkAlone(file, entries), entries, []);
  if (!entry) {
    tellFaults(faults, err);
    return undefined;
  }
  if (entry.kind === 'item') return inCatalogue(entry.value.code, withItem(bundle, entry.value));
  err(`${file}: is a ${entry.kind}; preview shows items`);
  return undefined;
}
