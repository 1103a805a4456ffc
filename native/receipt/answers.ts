/** What a printer sends, told apart by its fixed bits. */
export type Answer =
  /** The answer to DLE EOT. */
  | { readonly kind: 'status'; readonly value: number }
  /** The answer to GS r: queued behind the print data that came before it. */
  | { readonly kind: 'queued'; readonly value: number }
  /** Automatic status back, four bytes. */
  | { readonly kind: 'asb'; readonly bytes: Uint8Array }
  /** Block data: a header, text, NUL. */
  | { readonly kind: 'block'; readonly text: string }
  /** XON or XOFF. */
  | { readonly kind: 'flow'; readonly value: number };

const BLOCK_HEADERS: readonly number[] = [0x35, 0x37, 0x3b, 0x3d, 0x5f];
const LONGEST_BLOCK_BYTES = 80;
const ASB_BYTES = 4;

const isStatus = (value: number): boolean => (value & 0x93) === 0x12;
const isAsbHeader = (value: number): boolean => (value & 0x93) === 0x10;
const isAsbRest = (value: number): boolean => (value & 0x90) === 0;
/** GS r 1: bits 0–1 and bits 2–3 are pairs of one sensor each, so 01h or 06h is noise and no answer. */
const isPaperSensor = (value: number): boolean => [0x00, 0x03, 0x0c, 0x0f].includes(value & 0x9f);

/** How many bytes at the start of `bytes` make an answer; 0: none, the first byte is noise; null: more must come. */
function measure(bytes: readonly number[]): { length: number; answer: Answer } | 0 | null {
  const [first = 0] = bytes;
  if (isStatus(first)) return { length: 1, answer: { kind: 'status', value: first } };
  if (first === 0x11 || first === 0x13) return { length: 1, answer: { kind: 'flow', value: first } };
  if (isPaperSensor(first)) return { length: 1, answer: { kind: 'queued', value: first } };
  if (isAsbHeader(first)) {
    if (!bytes.slice(1, ASB_BYTES).every(isAsbRest)) return 0;
    if (bytes.length < ASB_BYTES) return null;
    return { length: ASB_BYTES, answer: { kind: 'asb', bytes: Uint8Array.from(bytes.slice(0, ASB_BYTES)) } };
  }
  if (BLOCK_HEADERS.includes(first)) {
    const end = bytes.indexOf(0x00);
    const text = bytes.slice(1, end === -1 ? undefined : end);
    if (text.length > LONGEST_BLOCK_BYTES || text.some((value) => value < 0x20 || value > 0x7e)) return 0;
    if (end === -1) return null;
    return text.length === 0 ? 0 : { length: end + 1, answer: { kind: 'block', text: String.fromCharCode(...text) } };
  }
  return 0;
}

export interface AnswerParser {
  push(bytes: Uint8Array): void;
  /** Bytes so far that were no answer. */
  discarded(): number;
}

/** Reads answers out of a stream in any chunking. Holds at most one block; every byte is used or discarded. */
export function createAnswerParser(onAnswer: (answer: Answer) => void): AnswerParser {
  let held: number[] = [];
  let discarded = 0;
  return {
    push(bytes) {
      held.push(...bytes);
      while (held.length > 0) {
        const found = measure(held);
        if (found === null) return;
        if (found === 0) {
          discarded += 1;
          held = held.slice(1);
          continue;
        }
        held = held.slice(found.length);
        onAnswer(found.answer);
      }
    },
    discarded: () => discarded,
  };
}
