/** The few types of D-Bus values that a reply here can have: string, object path, boolean, int32, uint32. */
export type DbusReply =
  | { readonly type: 's' | 'o'; readonly value: string }
  | { readonly type: 'b' | 'i' | 'u'; readonly value: number };

export interface DbusCall {
  readonly serial: number;
  readonly path: string;
  readonly member: string;
  readonly wantsReply: boolean;
}

const MAX_MESSAGE_BYTES = 1 << 20;
const FIXED_HEADER_BYTES = 16;
const METHOD_CALL = 1;
const METHOD_RETURN = 2;
const NO_REPLY_EXPECTED = 1;
const align = (offset: number, to: number): number => Math.ceil(offset / to) * to;

/**
 * Takes one little-endian D-Bus message from the start of `bytes` (D-Bus Specification, Message Format).
 * Answers null while it is incomplete; `call` is null for anything but a method call. Throws on a message that is no D-Bus.
 */
export function takeMessage(bytes: Buffer): { size: number; call: DbusCall | null } | null {
  if (bytes.length < FIXED_HEADER_BYTES) return null;
  if (bytes[0] !== 0x6c) throw new Error('D-Bus message is not little-endian');
  const fieldsEnd = FIXED_HEADER_BYTES + bytes.readUInt32LE(12);
  const size = align(fieldsEnd, 8) + bytes.readUInt32LE(4);
  if (size > MAX_MESSAGE_BYTES) throw new Error('D-Bus message too long');
  if (bytes.length < size) return null;
  if (bytes[1] !== METHOD_CALL) return { size, call: null };
  const fields = readFields(bytes.subarray(0, fieldsEnd));
  const wantsReply = ((bytes[2] ?? 0) & NO_REPLY_EXPECTED) === 0;
  return {
    size,
    call: { serial: bytes.readUInt32LE(8), path: fields.get(1) ?? '', member: fields.get(3) ?? '', wantsReply },
  };
}

/** Header fields a(yv) that are strings, object paths or signatures, by code; numbers are stepped over. */
function readFields(bytes: Buffer): Map<number, string> {
  const fields = new Map<number, string>();
  let at = FIXED_HEADER_BYTES;
  while (at < bytes.length) {
    at = align(at, 8);
    const code = bytes.readUInt8(at);
    const type = String.fromCharCode(bytes.readUInt8(at + 2));
    at += 4;
    if (type === 'g') {
      at += bytes.readUInt8(at) + 2;
    } else if (type === 'u') {
      at = align(at, 4) + 4;
    } else {
      at = align(at, 4);
      const length = bytes.readUInt32LE(at);
      fields.set(code, bytes.toString('utf8', at + 4, at + 4 + length));
      at += 4 + length + 1;
    }
  }
  return fields;
}

/** A method return for the call of that serial. */
export function replyTo(serial: number, ownSerial: number, reply: DbusReply | null): Buffer {
  const fields = [numberField(5, serial), stringField(6, 's', ':1.1'), stringField(7, 's', 'org.freedesktop.Avahi')];
  if (reply) fields.push(Buffer.from([8, 1, 0x67, 0, 1, reply.type.charCodeAt(0), 0]));
  const body = reply ? encodeBody(reply) : Buffer.alloc(0);
  const padded = Buffer.concat(fields.map((field) => Buffer.concat([field], align(field.length, 8))));
  const lastLength = fields.at(-1)?.length ?? 0;
  const head = Buffer.alloc(FIXED_HEADER_BYTES);
  head.set([0x6c, METHOD_RETURN, NO_REPLY_EXPECTED, 1]);
  head.writeUInt32LE(body.length, 4);
  head.writeUInt32LE(ownSerial, 8);
  // The length of an array counts the padding between its elements, not that after the last.
  head.writeUInt32LE(padded.length - align(lastLength, 8) + lastLength, 12);
  return Buffer.concat([head, padded, body]);
}

function numberField(code: number, value: number): Buffer {
  const field = Buffer.from([code, 1, 0x75, 0, 0, 0, 0, 0]);
  field.writeUInt32LE(value, 4);
  return field;
}

function stringField(code: number, type: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([code, 1, type.charCodeAt(0), 0]), encodeBody({ type: 's', value })]);
}

function encodeBody(reply: DbusReply): Buffer {
  if (typeof reply.value === 'string') {
    const text = Buffer.from(`${reply.value}\0`, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length - 1);
    return Buffer.concat([length, text]);
  }
  const number = Buffer.alloc(4);
  number.writeInt32LE(reply.value);
  return number;
}
