import { createStreamDecoder, type Look, type StreamDecoder } from '../transport/stream-decoder.ts';

/** What a printer sends, told apart by its fixed bits. */
export type Answer =
  /** The answer to DLE EOT 1–4 or 17: which of them, only the order of the questions tells. */
  | { readonly kind: 'status'; readonly value: number }
  /** The answer to GS r: queued behind the print data that came before it. */
  | { readonly kind: 'queued'; readonly value: number }
  /** Automatic status back, four bytes. */
  | { readonly kind: 'asb'; readonly bytes: Uint8Array }
  /** Custom: `10 n`, then a byte for each bit of n: the answer to DLE EOT 20 (n is 0F), or sent by itself. */
  | { readonly kind: 'full'; readonly parts: FullStatusParts }
  /** Block data: a header, text, NUL. */
  | { readonly kind: 'block'; readonly text: string }
  /** XON or XOFF. */
  | { readonly kind: 'flow'; readonly value: number };

/** Bytes of Custom's full status, by the bit of `n` that announces each. What is not there was not sent. */
export type FullStatusParts = Readonly<Partial<Record<(typeof FULL_STATUS_PARTS)[number], number>>>;
const FULL_STATUS_PARTS = ['paper', 'user', 'recoverable', 'unrecoverable', 'info1', 'info2'] as const;

/**
 * A first byte of 10 begins an ASB on most printers and a full status on Custom's; `10 0F 00 00` could be either. No bit tells
 * them apart, so the profile does: who was asked to send the one never sends the other.
 */
export type AnswerDialect = 'standard' | 'custom';

const BLOCK_HEADERS: readonly number[] = [0x35, 0x37, 0x3b, 0x3d, 0x5f];
const LONGEST_BLOCK_TEXT_BYTES = 80;
const ASB_BYTES = 4;
const DLE = 0x10;
const XON = 0x11;
const XOFF = 0x13;
/** A block with its header and NUL. */
export const LONGEST_ANSWER_BYTES = LONGEST_BLOCK_TEXT_BYTES + 2;
/**
 * An answer comes in one piece. One that is still not whole after so long is none: what it held back is looked at again. Longer
 * than a packet takes that a network converter has to send twice, for the late rest of an ASB would look like answers to GS r.
 */
export const HALF_ANSWER_LIMIT_MS = 400;

const isStatus = (value: number): boolean => (value & 0x93) === 0x12;
const isAsbHeader = (value: number): boolean => (value & 0x93) === 0x10;
const isAsbRest = (value: number): boolean => (value & 0x90) === 0;
/** GS r 1: bits 0–1 and bits 2–3 are pairs of one sensor each, so 01h or 06h is noise and no answer. */
const isPaperSensor = (value: number): boolean => [0x00, 0x03, 0x0c, 0x0f].includes(value & 0x9f);

const found = (answer: Answer, bytes: number): Look<Answer> => ({ type: 'frame', frame: answer, bytes });
const INCOMPLETE: Look<Answer> = { type: 'incomplete' };
const NO_FRAME: Look<Answer> = { type: 'noFrame' };

function lookAtAsb(bytes: Uint8Array): Look<Answer> {
  if (!bytes.subarray(1, ASB_BYTES).every(isAsbRest)) return NO_FRAME;
  return bytes.length < ASB_BYTES ? INCOMPLETE : found({ kind: 'asb', bytes: bytes.slice(0, ASB_BYTES) }, ASB_BYTES);
}

/** [inf] for any n but 0F: the excerpts of the manuals that were found show the bits of n, and one whole message only. */
function lookAtFullStatus(bytes: Uint8Array): Look<Answer> {
  const [, mask] = bytes;
  if (mask === undefined) return INCOMPLETE;
  const named = FULL_STATUS_PARTS.filter((_, bit) => (mask & (1 << bit)) !== 0);
  if (named.length === 0 || mask >= 1 << FULL_STATUS_PARTS.length) return NO_FRAME;
  if (bytes.length < 2 + named.length) return INCOMPLETE;
  const parts = Object.fromEntries(named.map((name, index) => [name, bytes[2 + index]]));
  return found({ kind: 'full', parts }, 2 + named.length);
}

function lookAtBlock(bytes: Uint8Array): Look<Answer> {
  const end = bytes.indexOf(0x00);
  const text = bytes.subarray(1, end === -1 ? undefined : end);
  if (text.length > LONGEST_BLOCK_TEXT_BYTES || text.some((value) => value < 0x20 || value > 0x7e)) return NO_FRAME;
  if (end === -1) return INCOMPLETE;
  return text.length === 0 ? NO_FRAME : found({ kind: 'block', text: String.fromCharCode(...text) }, end + 1);
}

function look(bytes: Uint8Array, dialect: AnswerDialect): Look<Answer> {
  const [first = 0] = bytes;
  if (isStatus(first)) return found({ kind: 'status', value: first }, 1);
  if (first === XON || first === XOFF) return found({ kind: 'flow', value: first }, 1);
  if (isPaperSensor(first)) return found({ kind: 'queued', value: first }, 1);
  if (dialect === 'custom' ? first === DLE : isAsbHeader(first)) {
    return dialect === 'custom' ? lookAtFullStatus(bytes) : lookAtAsb(bytes);
  }
  return BLOCK_HEADERS.includes(first) ? lookAtBlock(bytes) : NO_FRAME;
}

/** Every byte that some answer begins with. */
function startsOf(dialect: AnswerDialect): number[] {
  const all = Array.from({ length: 256 }, (_, value) => value);
  return all.filter(
    (value) =>
      isStatus(value) ||
      isPaperSensor(value) ||
      value === XON ||
      value === XOFF ||
      BLOCK_HEADERS.includes(value) ||
      (dialect === 'custom' ? value === DLE : isAsbHeader(value)),
  );
}

/** Reads answers out of a stream in any chunking. Holds at most one block; every byte is used or discarded. */
export const createAnswerDecoder = (dialect: AnswerDialect = 'standard'): StreamDecoder<Answer> =>
  createStreamDecoder({
    look: (bytes) => look(bytes, dialect),
    starts: startsOf(dialect),
    maxBytes: LONGEST_ANSWER_BYTES,
  });
