import type { NameIndex } from './name-index.ts';

/** Single characters and pairs. */
export const gramsOf = (text: string): string[] => [
  ...Array.from({ length: text.length }, (_, at) => text.charAt(at)),
  ...Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)),
];

/** The names that have each gram, in order. `text`: all names by their own characters. */
export function namesByGram(index: NameIndex, text: string): Map<string, number[]> {
  const namesOf = new Map<string, number[]>();
  const put = (gram: string, name: number): void => {
    const names = namesOf.get(gram);
    if (names === undefined) namesOf.set(gram, [name]);
    else if (names[names.length - 1] !== name) names.push(name);
  };
  for (let position = 0; position < index.text.length; position++) {
    if (index.text[position] === 0) continue;
    const name = index.nameAt[position] ?? 0;
    put(text.charAt(position), name);
    if (index.text[position + 1] !== 0) put(text.slice(position, position + 2), name);
  }
  return namesOf;
}

/** Where grams stand in a text, joined where they touch. */
export function runsOf(text: string, grams: ReadonlySet<string>): [number, number][] {
  const runs: [number, number][] = [];
  for (let at = 0; at < text.length; at++) {
    const length = grams.has(text.slice(at, at + 2)) && at + 1 < text.length ? 2 : grams.has(text.charAt(at)) ? 1 : 0;
    if (length === 0) continue;
    const last = runs.at(-1);
    if (last && last[1] >= at) last[1] = Math.max(last[1], at + length);
    else runs.push([at, at + length]);
  }
  return runs;
}
