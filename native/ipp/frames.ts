import { err, ok, type Result } from '../../contract/result.ts';
import { decodeValue, type IppAttribute, type IppValue } from './attributes.ts';
import { collectionAt, encodeAttribute } from './collections.ts';
import { FIRST_VALUE_TAG, fieldAt } from './fields.ts';
import { GROUP_TAG, VALUE_TAG } from './tags.ts';

export interface IppGroup {
  /** Delimiter tag: operation 1, job 2, printer 4, unsupported 5; others are kept as they come. */
  readonly tag: number;
  readonly attributes: readonly IppAttribute[];
}

/** One request or response (RFC 8010 §3.1). */
export interface IppMessage {
  readonly version: readonly [major: number, minor: number];
  /** Operation id of a request, status code of a response. */
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
  /** The document; empty where there is none. */
  readonly data: Uint8Array;
}

/** Why bytes are no IPP message: they end too early, a value belongs to nothing, or a collection has no end. */
export type IppDecodeFailure = 'truncated' | 'strayValue' | 'openCollection';

const HEADER_BYTES = 8;

/** Message → bytes. Throws on values that cannot be sent: that is a bug of the caller. */
export function encodeMessage(message: IppMessage): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.set(message.version);
  header.writeUInt16BE(message.code, 2);
  header.writeInt32BE(message.requestId, 4);
  const parts: Buffer[] = [header];
  for (const group of message.groups) {
    parts.push(Buffer.from([group.tag]));
    for (const attribute of group.attributes) parts.push(...encodeAttribute(attribute));
  }
  parts.push(Buffer.from([GROUP_TAG.end]), Buffer.from(message.data));
  return Buffer.concat(parts);
}

/** Bytes → message. Never throws; every step takes at least one byte, so it ends for any input. */
export function decodeMessage(input: Uint8Array): Result<IppMessage, IppDecodeFailure> {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  if (bytes.length < HEADER_BYTES) return err('truncated');
  const groups: { tag: number; attributes: { name: string; values: IppValue[] }[] }[] = [];
  let at = HEADER_BYTES;
  for (;;) {
    const tag = bytes[at];
    if (tag === undefined) return err('truncated');
    if (tag === GROUP_TAG.end) break;
    if (tag < FIRST_VALUE_TAG) {
      groups.push({ tag, attributes: [] });
      at += 1;
      continue;
    }
    const field = fieldAt(bytes, at);
    if (!field) return err('truncated');
    at += field.bytes;
    const attributes = groups.at(-1)?.attributes;
    if (!attributes) return err('strayValue');
    let value = decodeValue(tag, field.value);
    if (tag === VALUE_TAG.begCollection) {
      const collection = collectionAt(bytes, at);
      if (!collection) return err('openCollection');
      value = { tag, value: { members: collection.members } };
      at = collection.end;
    }
    if (field.name !== '') attributes.push({ name: field.name, values: [value] });
    else if (!attributes.at(-1)) return err('strayValue');
    else attributes.at(-1)?.values.push(value);
  }
  return ok({
    version: [bytes.readUInt8(0), bytes.readUInt8(1)],
    code: bytes.readUInt16BE(2),
    requestId: bytes.readInt32BE(4),
    groups,
    data: new Uint8Array(bytes.subarray(at + 1)),
  });
}
