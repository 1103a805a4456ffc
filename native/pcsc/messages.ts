/**
 * Messages of pcscd's local socket, as `winscard_msg.h` of pcsc-lite has them, protocol 4:4 (pcsc-lite 1.8.24 to 2.2). How
 * certain: every one of them was exchanged with pcscd 1.9.9, and a test does it again; 4:5 (2.3.0) added one command that is
 * not used here and left these alone, as its source shows. Integers are of 32 bits in the machine's own order, which is
 * little-endian on everything a kiosk is built of. A request has a header (bytes behind it, command); a reply has none:
 * its length follows from what was asked.
 */
export const PROTOCOL_MAJOR = 4;
/** The minor version these layouts are of. */
export const PROTOCOL_MINOR = 4;

const COMMANDS = {
  establishContext: 0x01,
  releaseContext: 0x02,
  connect: 0x04,
  disconnect: 0x06,
  transmit: 0x09,
  version: 0x11,
  readersState: 0x12,
  waitReaderStateChange: 0x13,
  stopWaiting: 0x14,
} as const;

export type PcscCommand = keyof typeof COMMANDS;

/** Of the fixed part of each reply. */
export const REPLY_BYTES = {
  establishContext: 12,
  releaseContext: 8,
  connect: 152,
  disconnect: 12,
  transmit: 32,
  version: 12,
  /** 16 places for readers of 184 bytes, filled or not. */
  readersState: 2944,
  /** What follows when something changed, or as the answer to `stopWaiting`: one of the two, never both. */
  changeNotice: 8,
} as const;

/** A place of 128 bytes that ends with NUL. */
export const MAX_READER_NAME_BYTES = 127;
/** Of a short answer: 256 bytes of data, two of status. */
export const MAX_ANSWER_BYTES = 258;

const SCOPE_SYSTEM = 2;
const SHARE_EXCLUSIVE = 1;
export const PROTOCOL_T0 = 1;
/** Of the struct that names the protocol; on the wire it is the one a 64-bit client library fills in. */
const PCI_BYTES = 16;

/** What happens to the card when it is let go. */
export const DISPOSITIONS = { leave: 0, reset: 1, unpower: 2 } as const;
export type Disposition = keyof typeof DISPOSITIONS;

function message(command: PcscCommand, ...parts: readonly (number | Uint8Array)[]): Uint8Array {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'number' ? word(part) : part)));
  return Buffer.concat([word(body.length), word(COMMANDS[command]), body]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export const encodeVersion = (minor: number): Uint8Array => message('version', PROTOCOL_MAJOR, minor, 0);
export const encodeEstablishContext = (): Uint8Array => message('establishContext', SCOPE_SYSTEM, 0, 0);
export const encodeReleaseContext = (context: number): Uint8Array => message('releaseContext', context, 0);
export const encodeReadersState = (): Uint8Array => message('readersState');
export const encodeWait = (): Uint8Array => message('waitReaderStateChange');
export const encodeStopWaiting = (): Uint8Array => message('stopWaiting');

/** Nobody else on this machine may talk to the card meanwhile. `reader`: the name as pcscd told it, in bytes. */
export function encodeConnect(context: number, reader: Uint8Array): Uint8Array {
  const name = new Uint8Array(MAX_READER_NAME_BYTES + 1);
  name.set(reader.subarray(0, MAX_READER_NAME_BYTES));
  return message('connect', context, name, SHARE_EXCLUSIVE, PROTOCOL_T0, 0, 0, 0);
}

export const encodeDisconnect = (card: number, disposition: Disposition): Uint8Array =>
  message('disconnect', card, DISPOSITIONS[disposition], 0);

/** The command for the card follows the message, outside the length of its header. */
export function encodeTransmit(card: number, apdu: Uint8Array): Uint8Array {
  const fixed = [card, PROTOCOL_T0, PCI_BYTES, apdu.length, PROTOCOL_T0, PCI_BYTES, MAX_ANSWER_BYTES, 0];
  return Buffer.concat([message('transmit', ...fixed), apdu]);
}

/** Word `index` (from 0) of a reply; the caller has checked the length. */
export const wordAt = (reply: Uint8Array, index: number): number =>
  Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength).readUInt32LE(index * 4);

/** Where in a reply, in words, its fields are. `rv` is the last of each. */
export const FIELDS = {
  version: { major: 0, minor: 1, rv: 2 },
  establishContext: { context: 1, rv: 2 },
  releaseContext: { rv: 1 },
  connect: { card: 35, protocol: 36, rv: 37 },
  disconnect: { rv: 2 },
  transmit: { answerBytes: 6, rv: 7 },
  changeNotice: { rv: 1 },
} as const;
