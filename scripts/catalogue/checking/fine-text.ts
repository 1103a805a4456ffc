import type { FormField } from '../../../contract/catalogue/form.ts';
import type { Item } from '../../../contract/catalogue/item.ts';
import { idOf, type PlacedEntry } from '../reading/placed-entry.ts';

/** One line about a file in which nothing is wrong. */
export function fineText(file: string, entry: PlacedEntry): string {
  if (entry.kind === 'item') return `${file} is fine: ${itemText(entry.value)}`;
  const name = 'name' in entry.value ? ` ${entry.value.name.zh}` : '';
  return `${file} is fine: ${entry.kind} ${idOf(entry)}${name}`;
}

function itemText({ code, name, machine }: Item): string {
  const head = `${code} ${name.zh} (${name.en}), ${machine.kind}`;
  if (machine.kind !== 'query' && machine.kind !== 'print') return `${head}; ends in its guide, nothing is asked`;
  const card = machine.identity === 'card' ? 'the identity card' : 'no card';
  const { form } = machine;
  return `${head}; asks for: ${[card, ...form.map(fieldText)].join(', ')}`;
}

const fieldText = ({ label, type, required }: FormField): string =>
  `${label.zh} (${type}${required ? '' : ', may be left out'})`;
