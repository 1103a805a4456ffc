import type { IppAttribute } from './attributes.ts';
import type { IppGroup } from './frames.ts';

/** The attributes of one group by name, as plain values. Wrong types and absent attributes read as empty. */
export interface AttributeReader {
  strings(name: string): string[];
  integers(name: string): number[];
  /** octetString values as text (printer-supply is defined as `key=value;…`, PWG 5100.9 §6). */
  octets(name: string): string[];
}

export function readAttributes(group: IppGroup | undefined): AttributeReader {
  const byName = new Map<string, IppAttribute>();
  for (const attribute of group?.attributes ?? []) byName.set(attribute.name, attribute);
  const values = (name: string) => byName.get(name)?.values.map(({ value }) => value) ?? [];
  return {
    strings: (name) =>
      values(name).flatMap((value) => {
        if (typeof value === 'string') return [value];
        return value !== null && typeof value === 'object' && 'text' in value ? [value.text] : [];
      }),
    integers: (name) => values(name).filter((value) => typeof value === 'number'),
    octets: (name) =>
      values(name).flatMap((value) => (value instanceof Uint8Array ? [Buffer.from(value).toString()] : [])),
  };
}
