import { createStreamDecoder, type Look, type StreamDecoder } from '../../transport/stream-decoder.ts';

/** Newland's "unified command", also Sunmi's. Bytes and tags: programming command manual, and programs in use. */
const REQUEST_PREFIX = [0x7e, 0x01, 0x30, 0x30, 0x30, 0x30] as const;
const REPLY_PREFIX = [0x02, 0x01, 0x30, 0x30, 0x30, 0x30] as const;
const SUFFIX = [0x3b, 0x03] as const;

/** `@`: kept in the scanner for good; `#`: until it loses its power. */
const STORAGE = { permanent: 0x40, temporary: 0x23 } as const;
export type NewlandStorage = keyof typeof STORAGE;

/** ACK done, NAK not with this value, ENQ the scanner does not know the tag. */
const WORDS: Readonly<Record<number, NewlandWord>> = { 6: 'done', 21: 'refused', 5: 'unknown' };
export type NewlandWord = 'done' | 'refused' | 'unknown';

export interface NewlandReply {
  readonly storage: NewlandStorage;
  /** Tag, subtag and value as echoed; to a query (`SCNMOD*`) with the value in place of the star [inf]. */
  readonly command: string;
  readonly word: NewlandWord;
}

/** With its frame, and room for a value of the longest setting. */
export const LONGEST_REPLY_BYTES = 256;

/** One command; several in one frame are possible, but their replies are told apart worse. */
export function encodeNewland(command: string, storage: NewlandStorage = 'temporary'): Uint8Array {
  return Uint8Array.of(...REQUEST_PREFIX, STORAGE[storage], ...Buffer.from(command, 'ascii'), ...SUFFIX);
}

/** What stands at the start of `bytes`, seen as a reply. */
export function lookNewlandReply(bytes: Uint8Array): Look<NewlandReply> {
  const prefixed = REPLY_PREFIX.every((byte, index) => index >= bytes.length || bytes[index] === byte);
  if (!prefixed) return { type: 'noFrame' };
  // Up to its end, or the first byte that no reply has: one that lost its end must not take in what follows.
  const length = bytes.subarray(REPLY_PREFIX.length).findIndex((byte) => !isInside(byte));
  const end = REPLY_PREFIX.length + length;
  if (length === -1) {
    return bytes.length < LONGEST_REPLY_BYTES ? { type: 'incomplete' } : { type: 'refused', reason: 'length' };
  }
  const whole = bytes[end] === SUFFIX[1] && end < LONGEST_REPLY_BYTES;
  const reply = whole ? decode(bytes.subarray(REPLY_PREFIX.length, end)) : undefined;
  return reply ? { type: 'frame', frame: reply, bytes: end + 1 } : { type: 'refused', reason: 'reply' };
}

const isInside = (byte: number): boolean => (byte >= 0x20 && byte <= 0x7e) || byte in WORDS;

export const createNewlandReplyDecoder = (): StreamDecoder<NewlandReply> =>
  createStreamDecoder({ look: lookNewlandReply, starts: [REPLY_PREFIX[0]], maxBytes: LONGEST_REPLY_BYTES });

/** Storage, command, word, semicolon. */
function decode(body: Uint8Array): NewlandReply | undefined {
  const word = WORDS[body.at(-2) ?? 0];
  const storage = body[0] === STORAGE.permanent ? 'permanent' : body[0] === STORAGE.temporary ? 'temporary' : undefined;
  const command = Buffer.from(body.subarray(1, -2)).toString('latin1');
  if (word === undefined || storage === undefined || body.at(-1) !== SUFFIX[0]) return undefined;
  return /^[\x20-\x7e]{6,}$/.test(command) ? { storage, command, word } : undefined;
}

/** Whether this is the answer to that: the whole command echoed, the star of a query replaced by any value. */
export function answersNewland(reply: NewlandReply, command: string, storage: NewlandStorage): boolean {
  if (reply.storage !== storage) return false;
  return command.endsWith('*') ? reply.command.startsWith(command.slice(0, -1)) : reply.command === command;
}
