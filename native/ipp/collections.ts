import { decodeValue, encodeValue, type IppAttribute, type IppValue } from './attributes.ts';
import { encodeField, FIRST_VALUE_TAG, fieldAt } from './fields.ts';
import { VALUE_TAG } from './tags.ts';

/** Nothing registered nests deeper than three; what does is stepped over, so that no reader of it can run out of stack. */
const MAX_DEPTH = 4;

interface OpenCollection {
  readonly members: { name: string; values: IppValue[] }[];
}

/**
 * Reads the members of a collection whose begin was read already, up to its end, nested ones included, without recursion
 * (RFC 8010 §3.1.6). Null if it has no end. A value before any member name belongs to nothing and is passed over.
 */
export function collectionAt(bytes: Buffer, start: number): { members: readonly IppAttribute[]; end: number } | null {
  const outermost: OpenCollection = { members: [] };
  const open: OpenCollection[] = [outermost];
  let at = start;
  for (;;) {
    const field = fieldAt(bytes, at);
    if (!field || field.tag < FIRST_VALUE_TAG) return null;
    at += field.bytes;
    const { members } = open.at(-1) ?? outermost;
    if (field.tag === VALUE_TAG.endCollection) {
      open.pop();
      if (open.length === 0) return { members: outermost.members, end: at };
    } else if (field.tag === VALUE_TAG.memberName) {
      members.push({ name: field.value.toString('latin1'), values: [] });
    } else if (field.tag === VALUE_TAG.begCollection) {
      const nested: OpenCollection = { members: [] };
      const value = open.length < MAX_DEPTH ? nested : null;
      members.at(-1)?.values.push({ tag: field.tag, value });
      open.push(nested);
    } else {
      members.at(-1)?.values.push(decodeValue(field.tag, field.value));
    }
  }
}

/** An attribute → its fields. Only the first value of a 1setOf carries the name (RFC 8010 §3.1.4, §3.1.5). */
export function encodeAttribute({ name, values }: IppAttribute): Buffer[] {
  return values.flatMap((value, index) => encodeNamed(index === 0 ? name : '', value));
}

function encodeNamed(name: string, value: IppValue): Buffer[] {
  const { tag, value: content } = value;
  if (content === null || typeof content !== 'object' || !('members' in content)) {
    return [encodeField(tag, name, encodeValue(value))];
  }
  const members = content.members.flatMap((member) => [
    encodeField(VALUE_TAG.memberName, '', Buffer.from(member.name, 'latin1')),
    ...member.values.flatMap((each) => encodeNamed('', each)),
  ]);
  return [encodeField(VALUE_TAG.begCollection, name), ...members, encodeField(VALUE_TAG.endCollection, '')];
}

/** A collection value, for requests. */
export const collection = (name: string, ...members: IppAttribute[]): IppAttribute => ({
  name,
  values: [{ tag: VALUE_TAG.begCollection, value: { members } }],
});
