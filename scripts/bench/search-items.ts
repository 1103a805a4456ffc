import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spell } from '../../main/catalogue/search/spell.ts';
import type { SearchSource, SpelledName, Spelling } from '../../main/catalogue/search/types.ts';
import { projectRoot } from '../rig/places.ts';

/** Before the name of an item, so that many catalogues' worth of different names come of one. */
const TOWNS = [
  '浦东',
  '徐汇',
  '长宁',
  '静安',
  '普陀',
  '虹口',
  '杨浦',
  '闵行',
  '宝山',
  '嘉定',
  '金山',
  '松江',
  '青浦',
  '奉贤',
];
const KINDS = ['', '新区', '老城', '东片', '西片'];

/** The items of the catalogue that is in the repository, as the search sees them. */
export function realItems(): readonly SearchSource[] {
  const seed = readFileSync(join(projectRoot, 'assets', 'catalogue', 'catalogue.jsonl'), 'utf8');
  return seed
    .split('\n')
    .slice(1)
    .flatMap((line) => itemsOf(line))
    .map(({ code, name, aliases, demand }) => ({
      code,
      demand,
      finishes: false,
      names: [spelled('name', name), ...aliases.map((alias) => spelled('alias', alias))],
    }));
}

interface SeedItem {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly demand: number;
}

function itemsOf(line: string): readonly SeedItem[] {
  if (line === '') return [];
  const entry: unknown = JSON.parse(line);
  if (!isItem(entry)) return [];
  return [{ code: entry.code, name: entry.name.zh, aliases: entry.aliases, demand: entry.demand ?? 0 }];
}

const isItem = (
  entry: unknown,
): entry is { code: string; name: { zh: string }; aliases: readonly string[]; demand?: number } =>
  typeof entry === 'object' && entry !== null && 'code' in entry && 'aliases' in entry;

const spelled = (where: SpelledName['in'], text: string): SpelledName => ({ in: where, text, spelling: spell(text) });

/** So many items: the real ones again and again, their name and first alias each time with another town before. */
export function variedItems(real: readonly SearchSource[], count: number): readonly SearchSource[] {
  const places = TOWNS.flatMap((town) => KINDS.map((kind) => spelled('name', town + kind)));
  return Array.from({ length: count }, (_, at) => {
    const source = real[at % real.length];
    const place = places[Math.floor(at / real.length) % places.length];
    if (source === undefined || place === undefined) throw new RangeError('no items to vary');
    const names = source.names.slice(0, 2).map((name) => joined(place, name));
    return { ...source, code: String(at).padStart(12, '0'), names };
  });
}

const joined = (place: SpelledName, name: SpelledName): SpelledName => ({
  in: name.in,
  text: place.text + name.text,
  spelling: joinedSpelling(place.text.length, place.spelling, name.spelling),
});

const joinedSpelling = (length: number, place: Spelling, name: Spelling): Spelling => ({
  characters: [...place.characters, ...name.characters],
  readings: [...place.readings, ...name.readings],
  offsets: [...place.offsets, ...name.offsets.map((offset) => length + offset)],
});
