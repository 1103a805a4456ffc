import type { Node } from 'jsonc-parser';
import { type ParsedJson, spotOf } from '../../../main/core/json-issues.ts';
import type { Fault } from '../reading/fault.ts';

/** Keys that stand twice in one object: JSON allows it, the last one wins, and nobody meant it. */
export const repeatedKeys = (file: string, { text, root }: ParsedJson): Fault[] =>
  objectsIn(root, []).flatMap(({ path, keys }) => {
    const seen = new Map<string, number>();
    return keys.flatMap(({ name, offset }) => {
      const { line } = spotOf(text, offset);
      const before = seen.get(name);
      seen.set(name, before ?? line);
      if (before === undefined) return [];
      const expected = { en: `is there already in line ${before}`, zh: `这个键在第 ${before} 行已经有了，只能留一个` };
      return [{ file, line, key: [...path, name].join('.'), value: undefined, expected }];
    });
  });

interface ObjectKeys {
  readonly path: readonly string[];
  readonly keys: readonly { readonly name: string; readonly offset: number }[];
}

function objectsIn({ type, children = [] }: Node, path: readonly string[]): ObjectKeys[] {
  if (type === 'array') return children.flatMap((child, index) => objectsIn(child, [...path, String(index)]));
  if (type !== 'object') return [];
  const pairs = children.flatMap((pair) => {
    const [key, value] = pair.children ?? [];
    return key && value ? [{ name: String(key.value), offset: key.offset, value }] : [];
  });
  return [{ path, keys: pairs }, ...pairs.flatMap(({ name, value }) => objectsIn(value, [...path, name]))];
}
