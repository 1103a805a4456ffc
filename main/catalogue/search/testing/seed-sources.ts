import type { Phrase } from '../../../../contract/catalogue/entries.ts';
import type { Item } from '../../../../contract/catalogue/item.ts';
import { spell } from '../spell.ts';
import type { SearchSource, SpelledName } from '../types.ts';

export interface SeedToSearch {
  readonly sources: readonly SearchSource[];
  readonly phrases: readonly Phrase[];
  /** By code. */
  readonly names: ReadonlyMap<string, string>;
}

/** What is searched in a bundle file, read without checking: each item's name and aliases, and the phrases that lead to it. */
export function seedToSearch(file: string): SeedToSearch {
  const entries = file
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Item | Phrase | Readonly<Record<string, unknown>>);
  const items = entries.filter((entry): entry is Item => 'handledBy' in entry);
  const phrases = entries.filter((entry): entry is Phrase => 'says' in entry);
  const said = new Map<string, string[]>();
  for (const { says, items: codes } of phrases) {
    for (const code of codes) said.set(code, [...(said.get(code) ?? []), ...says]);
  }
  const sources = items.map(({ code, name, aliases, demand, machine }): SearchSource => {
    const finishes = machine.kind === 'query' || machine.kind === 'print';
    const names: SpelledName[] = [
      ...[name.zh, name.en].map((text) => spelled('name', text)),
      ...[...aliases, ...(said.get(code) ?? [])].map((text) => spelled('alias', text)),
    ];
    return { code, demand, finishes, names };
  });
  return { sources, phrases, names: new Map(items.map(({ code, name }) => [code, name.zh])) };
}

const spelled = (place: SpelledName['in'], text: string): SpelledName => ({ in: place, text, spelling: spell(text) });
