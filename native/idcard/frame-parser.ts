import { checkByte, HEADER_BYTES, MAX_FRAME_LENGTH, PREAMBLE } from './frames.ts';

export type FrameEvent =
  /** What stood between LEN and CHK of a frame whose check is right. */
  | { readonly type: 'frame'; readonly body: Uint8Array }
  /** A preamble was there, but what followed was no frame; its bytes are searched again and then discarded. */
  | { readonly type: 'refused'; readonly reason: 'length' | 'checksum' }
  | { readonly type: 'discarded'; readonly bytes: number };

export interface FrameParser {
  /** Takes bytes in any chunking and answers what they completed, in order. */
  push(chunk: Uint8Array): FrameEvent[];
  /** Gives up an incomplete frame, as after a deadline; a good frame among the bytes held is still answered. */
  flush(): FrameEvent[];
}

const [FIRST_BYTE = 0xaa] = PREAMBLE;

/**
 * Cuts a stream into frames. Every call makes progress: a byte is either part of a frame, discarded, or held because it
 * may begin one, and never more than the longest frame is held. After a bad frame only its first byte is given up, so
 * that a good frame behind or inside it is still found.
 */
export function createFrameParser(minLength: number): FrameParser {
  let held = new Uint8Array(0);

  const scan = (): FrameEvent[] => {
    const events: FrameEvent[] = [];
    let start = 0;
    let discarded = 0;
    const report = (): void => {
      if (discarded > 0) events.push({ type: 'discarded', bytes: discarded });
      discarded = 0;
    };
    while (start < held.length) {
      const seen = lookAt(held.subarray(start), minLength);
      if (seen.type === 'incomplete') break;
      if (seen.type === 'frame') {
        report();
        events.push({ type: 'frame', body: seen.body });
        start += seen.bytes;
        continue;
      }
      if (seen.type === 'refused') {
        report();
        events.push({ type: 'refused', reason: seen.reason });
      }
      const next = held.indexOf(FIRST_BYTE, start + 1);
      const end = next === -1 ? held.length : next;
      discarded += end - start;
      start = end;
    }
    report();
    held = held.slice(start);
    return events;
  };

  return {
    push(chunk) {
      held = join(held, chunk);
      return scan();
    },
    flush() {
      const events: FrameEvent[] = [];
      while (held.length > 0) {
        held = held.slice(1);
        events.push({ type: 'discarded', bytes: 1 }, ...scan());
      }
      return joinDiscarded(events);
    },
  };
}

type Look =
  | { readonly type: 'incomplete' | 'noPreamble' }
  | { readonly type: 'refused'; readonly reason: 'length' | 'checksum' }
  | { readonly type: 'frame'; readonly body: Uint8Array; readonly bytes: number };

function lookAt(bytes: Uint8Array, minLength: number): Look {
  for (let i = 0; i < PREAMBLE.length; i += 1) {
    if (bytes[i] === undefined) return { type: 'incomplete' };
    if (bytes[i] !== PREAMBLE[i]) return { type: 'noPreamble' };
  }
  const [high, low] = bytes.subarray(PREAMBLE.length);
  if (high === undefined || low === undefined) return { type: 'incomplete' };
  const length = (high << 8) | low;
  if (length < minLength || length > MAX_FRAME_LENGTH) return { type: 'refused', reason: 'length' };
  const end = HEADER_BYTES + length;
  if (bytes.length < end) return { type: 'incomplete' };
  const checked = bytes.subarray(PREAMBLE.length, end - 1);
  if (checkByte(checked) !== bytes[end - 1]) return { type: 'refused', reason: 'checksum' };
  return { type: 'frame', body: bytes.slice(HEADER_BYTES, end - 1), bytes: end };
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function joinDiscarded(events: readonly FrameEvent[]): FrameEvent[] {
  const joined: FrameEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (event.type === 'discarded' && last?.type === 'discarded') {
      joined[joined.length - 1] = { type: 'discarded', bytes: last.bytes + event.bytes };
    } else joined.push(event);
  }
  return joined;
}
