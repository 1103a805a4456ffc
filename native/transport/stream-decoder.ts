/** What a decoder says about the bytes it was given, in their order. */
export type DecoderEvent<Frame> =
  | { readonly type: 'frame'; readonly frame: Frame }
  /** Something began like a frame and was none; its first byte is given up and the rest is searched again. */
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'discarded'; readonly bytes: number };

/** Cuts a stream of bytes into frames. Never throws; every byte becomes part of a frame, is discarded, or is held. */
export interface StreamDecoder<Frame> {
  /** Takes bytes in any chunking and answers what they completed. */
  push(chunk: Uint8Array): DecoderEvent<Frame>[];
  /** Gives up an incomplete frame, as after a deadline; a good frame among the bytes held is still answered. */
  flush(): DecoderEvent<Frame>[];
  /** Bytes held because they may begin a frame; never more than the longest frame. */
  held(): number;
}

/** What stands at the start of `bytes` (at least one). */
export type Look<Frame> =
  | { readonly type: 'incomplete' }
  | { readonly type: 'noFrame' }
  | { readonly type: 'refused'; readonly reason: string }
  /** `bytes` of the stream belong to it, at least one. */
  | { readonly type: 'frame'; readonly frame: Frame; readonly bytes: number };

export interface StreamFormat<Frame> {
  /** Pure. The frame it answers must not point into `bytes`. */
  look(bytes: Uint8Array): Look<Frame>;
  /** The bytes a frame can begin with: what lies before the next of them is passed over at once. */
  readonly starts: readonly number[];
  /** Of the longest frame. What is still incomplete at this length is refused. */
  readonly maxBytes: number;
}

/**
 * The one way in which all wires here are cut: after a bad frame only its first byte is given up, so that a good frame
 * behind or inside it is still found, and no input can stop the decoder or make it hold more than one frame.
 */
export function createStreamDecoder<Frame>({ look, starts, maxBytes }: StreamFormat<Frame>): StreamDecoder<Frame> {
  const mayBegin = new Uint8Array(256);
  for (const byte of starts) mayBegin[byte] = 1;
  let held = new Uint8Array(0);

  const nextStart = (bytes: Uint8Array, from: number): number => {
    let at = from;
    while (at < bytes.length && mayBegin[bytes[at] ?? 0] === 0) at += 1;
    return at;
  };
  const scan = (): DecoderEvent<Frame>[] => {
    const events: DecoderEvent<Frame>[] = [];
    let start = 0;
    let discarded = 0;
    const sayDiscarded = (): void => {
      if (discarded > 0) events.push({ type: 'discarded', bytes: discarded });
      discarded = 0;
    };
    const giveUpTo = (next: number): void => {
      discarded += next - start;
      start = next;
    };
    giveUpTo(nextStart(held, 0));
    while (start < held.length) {
      const rest = held.subarray(start);
      const seen = look(rest);
      if (seen.type === 'incomplete' && rest.length < maxBytes) break;
      if (seen.type === 'frame') {
        sayDiscarded();
        events.push({ type: 'frame', frame: seen.frame });
        start += Math.max(1, seen.bytes);
        giveUpTo(nextStart(held, start));
        continue;
      }
      if (seen.type !== 'noFrame') {
        sayDiscarded();
        events.push({ type: 'refused', reason: seen.type === 'refused' ? seen.reason : 'length' });
      }
      giveUpTo(nextStart(held, start + 1));
    }
    sayDiscarded();
    held = held.slice(start);
    return events;
  };

  return {
    push(chunk) {
      // A copy in any case: `slice` of a Node Buffer would be a view of memory that its owner uses again.
      held = joined(held, chunk);
      return scan();
    },
    flush() {
      const events: DecoderEvent<Frame>[] = [];
      while (held.length > 0) {
        held = held.slice(1);
        events.push({ type: 'discarded', bytes: 1 }, ...scan());
      }
      return withDiscardedJoined(events);
    },
    held: () => held.length,
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function withDiscardedJoined<Frame>(events: readonly DecoderEvent<Frame>[]): DecoderEvent<Frame>[] {
  const all: DecoderEvent<Frame>[] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (event.type === 'discarded' && last?.type === 'discarded') {
      all[all.length - 1] = { type: 'discarded', bytes: last.bytes + event.bytes };
    } else all.push(event);
  }
  return all;
}
