import type { CatalogueEntries } from '../../../contract/catalogue/checked.ts';
import type { Fault } from '../reading/fault.ts';
import type { PlacedEntry } from '../reading/placed-entry.ts';

interface Named {
  readonly code: string;
  readonly name: { readonly zh: string };
}

/**
 * A code or a name that another item has already. An item of the same code and name is the same one, newly written:
 * the file takes its place.
 */
export function takenNames(entry: PlacedEntry, { items }: CatalogueEntries, others: readonly PlacedEntry[]): Fault[] {
  if (entry.kind !== 'item') return [];
  const { value, origin } = entry;
  const told = (path: readonly string[], by: Named): Fault =>
    origin.fault(path, {
      en: `is taken by ${by.code} ${by.name.zh}`,
      zh: `已经被事项 ${by.code}“${by.name.zh}”用了，请换一个`,
    });
  const batch = others.flatMap((each) => (each.kind === 'item' ? [each.value] : []));
  const sameCode = (each: Named): boolean => each.code === value.code;
  const sameName = (each: Named): boolean => each.name.zh === value.name.zh;
  const codeTaken = batch.find(sameCode) ?? items.find((each) => sameCode(each) && !sameName(each));
  const nameTaken = [...batch, ...items].find((each) => sameName(each) && !sameCode(each));
  return [...(codeTaken ? [told(['code'], codeTaken)] : []), ...(nameTaken ? [told(['name', 'zh'], nameTaken)] : [])];
}
