import type { Fault } from '../reading/fault.ts';
import { idOf, type PlacedEntry } from '../reading/placed-entry.ts';
import { namesKnown, wrongReferences } from './wrong-references.ts';

/** More than fit on the pages that a person is willing to turn. */
const MOST_IN_SECTION = 28;

type PlacedOf<K extends PlacedEntry['kind']> = Extract<PlacedEntry, { kind: K }>;
const ofKind = <K extends PlacedEntry['kind']>(entries: readonly PlacedEntry[], kind: K): PlacedOf<K>[] =>
  entries.filter((entry): entry is PlacedOf<K> => entry.kind === kind);

/** What is wrong between the entries of one catalogue: names that lead nowhere, things that are there twice, full sections. */
export function catalogueFaults(entries: readonly PlacedEntry[]): Fault[] {
  const items = ofKind(entries, 'item');
  const known = namesKnown(
    ofKind(entries, 'department').map(({ value }) => value),
    ofKind(entries, 'theme').map(({ value }) => value),
    ofKind(entries, 'template').map(({ value }) => value),
    ofKind(entries, 'guide').map(idOf),
    items.map(({ value }) => value.code),
  );
  return [
    ...entries.flatMap((entry) =>
      wrongReferences(entry, known).map(({ path, expected }) => entry.origin.fault(path, expected)),
    ),
    ...twice(
      entries,
      (entry) => `${entry.kind} ${idOf(entry)}`,
      ({ kind }) => [kind === 'item' ? 'code' : 'id'],
    ),
    ...twice(
      items,
      ({ value }) => value.name.zh,
      () => ['name', 'zh'],
    ),
    ...fullSections(items),
  ];
}

function twice<E extends PlacedEntry>(
  entries: readonly E[],
  name: (entry: E) => string,
  path: (entry: E) => string[],
): Fault[] {
  const first = new Map<string, E>();
  return entries.flatMap((entry) => {
    const before = first.get(name(entry));
    if (!before) {
      first.set(name(entry), entry);
      return [];
    }
    const { file, line } = before.origin.fault(path(before), { zh: '', en: '' });
    return [
      entry.origin.fault(path(entry), {
        en: `is there already: ${file}:${line}`,
        zh: `已经有了：${file} 第 ${line} 行`,
      }),
    ];
  });
}

function fullSections(items: readonly PlacedOf<'item'>[]): Fault[] {
  const sections = Map.groupBy(items, ({ value }) => `${value.department}${value.section ? `/${value.section}` : ''}`);
  return [...sections].flatMap(([name, inside]) => {
    const [over] = inside.slice(MOST_IN_SECTION);
    if (!over) return [];
    const en = `${name} has ${inside.length} items: expected at most ${MOST_IN_SECTION}, so that they are found by hand`;
    const zh = `${name} 里有 ${inside.length} 个事项，最多 ${MOST_IN_SECTION} 个，多了不好找`;
    return [over.origin.fault([over.value.section === undefined ? 'department' : 'section'], { en, zh })];
  });
}
