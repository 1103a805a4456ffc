import { type Bundle, makeBundle } from '../../../contract/catalogue/bundle.ts';
import { checkEntries } from '../../../contract/catalogue/check-entries.ts';
import type { CatalogueEntries } from '../../../contract/catalogue/checked.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import { catalogueFaults } from '../checking/catalogue-faults.ts';
import type { Fault } from '../reading/fault.ts';
import { idOf } from '../reading/placed-entry.ts';
import { readCatalogue } from '../reading/read-catalogue.ts';

export interface Built {
  readonly bundle: Bundle;
  /** As a kiosk reads it. */
  readonly entries: CatalogueEntries;
}

/**
 * Makes the catalogue from `dir/source/` and `dir/items/`, and checks it as a kiosk does. The same files, the same bytes.
 * Everything that is wrong is told at its place.
 */
export function buildBundle(dir: string): Result<Built, readonly Fault[]> {
  const faults: Fault[] = [];
  const sources = readCatalogue(dir, (fault) => faults.push(fault));
  // Names of what could not be read would be missing: only a catalogue whose files are right is checked as a whole.
  if (sources && faults.length === 0) faults.push(...catalogueFaults(sources.entries));
  if (!sources || faults.length > 0) return err(faults);

  const { about, aboutOrigin, entries } = sources;
  const bundle = makeBundle(
    about,
    entries.map((entry) => ({ kind: entry.kind, id: idOf(entry), text: JSON.stringify(entry.value) })),
  );
  const checked = checkEntries(bundle);
  if (checked.ok) return ok({ bundle, entries: checked.value });
  const { reason, detail } = checked.error;
  const expected = { en: `a kiosk would refuse it: ${reason}: ${detail}`, zh: `机器会拒收这份目录：${detail}` };
  return err([aboutOrigin.fault([], expected)]);
}
