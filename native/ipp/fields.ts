import { counted } from './attributes.ts';

/** Tags below are delimiters of groups, the others begin a value (RFC 8010 §3.5.1). */
export const FIRST_VALUE_TAG = 0x10;

/** Tag, name and value as they stand on the wire: the one brick of which messages are made (RFC 8010 §3.1.4). */
export interface Field {
  readonly tag: number;
  readonly name: string;
  readonly value: Buffer;
  /** Of the whole field. */
  readonly bytes: number;
}

/** The field at `at`, or null where the bytes end before it does. Names are US-ASCII and read as latin1. */
export function fieldAt(bytes: Buffer, at: number): Field | null {
  if (bytes.length < at + 3) return null;
  const valueLengthAt = at + 3 + bytes.readUInt16BE(at + 1);
  if (bytes.length < valueLengthAt + 2) return null;
  const valueAt = valueLengthAt + 2;
  const end = valueAt + bytes.readUInt16BE(valueLengthAt);
  if (bytes.length < end) return null;
  const name = bytes.toString('latin1', at + 3, valueLengthAt);
  return { tag: bytes.readUInt8(at), name, value: bytes.subarray(valueAt, end), bytes: end - at };
}

const NO_BYTES = Buffer.alloc(0);

export const encodeField = (tag: number, name: string, value: Buffer = NO_BYTES): Buffer =>
  Buffer.concat([Buffer.from([tag]), counted(Buffer.from(name, 'latin1')), counted(value)]);
