import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundle, readBundle } from '../../../contract/catalogue/bundle.ts';
import { checkEntries } from '../../../contract/catalogue/check-entries.ts';
import type { CatalogueEntries } from '../../../contract/catalogue/checked.ts';
import { err, ok, type Result } from '../../../contract/result.ts';

/** A catalogue as it was built, checked as a kiosk checks it. */
export interface BuiltCatalogue {
  readonly bundle: Bundle;
  readonly entries: CatalogueEntries;
}

/** The built catalogue, in the folder of its sources. */
export const bundleFile = (dir: string): string => join(dir, 'catalogue.jsonl');

/** Reads `dir/catalogue.jsonl`; the error is a sentence. */
export function readBuilt(dir: string): Result<BuiltCatalogue, string> {
  const file = bundleFile(dir);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return err(`${file} cannot be read (${code}); build it first: npm run catalogue -- build ${dir}`);
  }
  const bundle = readBundle(text);
  const checked = checkEntries(bundle);
  if (checked.ok) return ok({ bundle, entries: checked.value });
  const { reason, detail } = checked.error;
  return err(
    `${file} is not a good catalogue (${reason}: ${detail}); build it anew: npm run catalogue -- build ${dir}`,
  );
}
