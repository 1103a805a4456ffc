import type { IppAttribute, IppCollection, IppValue } from './attributes.ts';

/** Attributes of one group, or members of one collection, by name, as plain values. Wrong types read as empty. */
export interface AttributeReader {
  strings(name: string): string[];
  integers(name: string): number[];
  booleans(name: string): boolean[];
  /** octetString values as text (printer-supply is defined as `key=value;…`, PWG 5100.9 §6). */
  octets(name: string): string[];
  collections(name: string): AttributeReader[];
}

interface Attributed {
  readonly tag?: number;
  readonly attributes: readonly IppAttribute[];
}

export function readAttributes(from: Attributed | undefined): AttributeReader {
  const byName = new Map<string, IppAttribute>();
  for (const attribute of from?.attributes ?? []) byName.set(attribute.name, attribute);
  const values = (name: string) => byName.get(name)?.values.map(({ value }) => value) ?? [];
  return {
    strings: (name) =>
      values(name).flatMap((value) => {
        if (typeof value === 'string') return [value];
        return value !== null && typeof value === 'object' && 'text' in value ? [value.text] : [];
      }),
    integers: (name) => values(name).filter((value) => typeof value === 'number'),
    booleans: (name) => values(name).filter((value) => typeof value === 'boolean'),
    octets: (name) =>
      values(name).flatMap((value) => (value instanceof Uint8Array ? [Buffer.from(value).toString()] : [])),
    collections: (name) =>
      values(name)
        .filter(isCollection)
        .map(({ members }) => readAttributes({ attributes: members })),
  };
}

const isCollection = (value: IppValue['value']): value is IppCollection =>
  value !== null && typeof value === 'object' && 'members' in value;

/** `key=value;key=value;` → its pairs; what is no pair is left out. */
export function pairsOf(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const part of text.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) pairs.set(part.slice(0, equals).trim(), part.slice(equals + 1));
  }
  return pairs;
}

/** A whole number of such a pair; -2 (unknown, RFC 3805) where it is missing or none. */
export function numberOf(pairs: ReadonlyMap<string, string>, key: string): number {
  const text = pairs.get(key) ?? '';
  return /^-?\d{1,9}$/.test(text) ? Number(text) : UNKNOWN_LEVEL;
}

/** RFC 3805 prtMarkerSuppliesLevel and prtInputCurrentLevel: -1 other, -2 unknown, -3 some but unknown how much. */
export const UNKNOWN_LEVEL = -2;
export const SOME_LEFT_LEVEL = -3;
