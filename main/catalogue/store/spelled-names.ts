import type { EntryKind, Phrase } from '../../../contract/catalogue/entries.ts';
import type { Item } from '../../../contract/catalogue/item.ts';
import { spell } from '../search/spell.ts';
import type { SpelledName, Spelling } from '../search/types.ts';

type Name = Pick<SpelledName, 'in' | 'text'>;

/** By which texts an item is found: its own, in the order in which their spellings are kept. */
const namesOfItem = ({ name, aliases }: Pick<Item, 'name' | 'aliases'>): Name[] => [
  { in: 'name', text: name.zh },
  ...aliases.map((text): Name => ({ in: 'alias', text })),
];

/** What people say for several items at once is to each of them like a name that is never shown as its name. */
const namesOfPhrase = ({ says }: Pick<Phrase, 'says'>): Name[] => says.map((text): Name => ({ in: 'alias', text }));

function namesOf(kind: EntryKind, value: unknown): Name[] {
  // What was checked against the schema of its kind is what that schema says.
  if (kind === 'item') return namesOfItem(value as Item);
  return kind === 'phrase' ? namesOfPhrase(value as Phrase) : [];
}

/** Spells all names of an entry: done once, when it arrives. */
export const spellEntry = (kind: EntryKind, value: unknown): Spelling[] =>
  namesOf(kind, value).map(({ text }) => spell(text));

/** The names of an entry with the spellings that were kept for them. */
export const spelledNames = (kind: EntryKind, value: unknown, spellings: readonly Spelling[]): SpelledName[] =>
  namesOf(kind, value).flatMap((name, index) => {
    const spelling = spellings[index];
    return spelling === undefined ? [] : [{ ...name, spelling }];
  });
