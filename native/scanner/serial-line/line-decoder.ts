import type { DecoderEvent, StreamDecoder } from '../../transport/stream-decoder.ts';
import { LONGEST_CODE_BYTES } from '../decode-text.ts';
import { lookNewlandReply, type NewlandReply } from './newland-frames.ts';

export type LineFrame =
  /** The bytes of one code, prefix and suffix still there. */
  { readonly kind: 'line'; readonly bytes: Uint8Array } | { readonly kind: 'reply'; readonly reply: NewlandReply };

export interface LineDecoderSettings {
  /** Any of these sequences ends a line; none: only `flush` does. */
  readonly ends: readonly Uint8Array[];
  /** Replies of a Newland scanner stand between the lines. */
  readonly replies: boolean;
}

/** A line's bytes with the longest end, which is six bytes of suffix and more only where nobody would set it. */
export const LONGEST_LINE_BYTES = LONGEST_CODE_BYTES + 32;

/**
 * Cuts what a serial scanner sends into lines. Unlike the decoders of checked frames it never looks for a good frame inside
 * a bad one: a line that is too long is passed over up to its end, because its rest could look like another, shorter code.
 *
 * A reply is known only where a line could begin. In the middle of a line its bytes stay part of the line, which is then
 * refused for its control characters: so a code cannot smuggle in a reply, and a reply never becomes part of a code.
 * `flush` (the line is quiet) ends a line where nothing else does; else it gives the unfinished line up, and finds a reply
 * behind noise.
 */
export function createLineDecoder({ ends, replies }: LineDecoderSettings): StreamDecoder<LineFrame> {
  const line = new Uint8Array(LONGEST_LINE_BYTES);
  let length = 0;
  /** Bytes of a line that is too long, passed over so far. */
  let passedOver = 0;
  let mayBeReply = replies;

  const begin = (): void => {
    length = 0;
    mayBeReply = replies;
  };
  const reply = (events: DecoderEvent<LineFrame>[]): void => {
    const seen = lookNewlandReply(line.subarray(0, length));
    if (seen.type === 'incomplete') return;
    mayBeReply = false;
    if (seen.type !== 'frame') return;
    events.push({ type: 'frame', frame: { kind: 'reply', reply: seen.frame } });
    begin();
  };
  const endOf = (): number => {
    const end = ends.find(
      (each) => length >= each.length && each.every((byte, at) => line[length - each.length + at] === byte),
    );
    return end ? end.length : 0;
  };
  const finish = (endBytes: number, events: DecoderEvent<LineFrame>[]): void => {
    const bytes = line.slice(0, length - endBytes);
    begin();
    // CR LF where either ends a line, or an empty code: nothing to tell.
    if (bytes.length > 0) events.push({ type: 'frame', frame: { kind: 'line', bytes } });
  };
  /** Too long: keeps as much as an end may need, and goes on until one comes. */
  const passOver = (): void => {
    const keep = Math.max(1, ...ends.map((each) => each.length)) - 1;
    passedOver += length - keep;
    line.copyWithin(0, length - keep, length);
    length = keep;
  };

  return {
    push(chunk) {
      const events: DecoderEvent<LineFrame>[] = [];
      for (const byte of chunk) {
        line[length] = byte;
        length += 1;
        if (mayBeReply) {
          reply(events);
          if (mayBeReply) continue;
        }
        const endBytes = endOf();
        if (endBytes > 0 && passedOver > 0) {
          events.push({ type: 'refused', reason: 'tooLong' }, { type: 'discarded', bytes: passedOver + length });
          passedOver = 0;
          begin();
        } else if (endBytes > 0) finish(endBytes, events);
        else if (length >= LONGEST_LINE_BYTES) passOver();
      }
      return events;
    },
    flush() {
      const events: DecoderEvent<LineFrame>[] = [];
      const rest = line.slice(0, length);
      const before = passedOver;
      passedOver = 0;
      begin();
      if (before > 0) {
        events.push({ type: 'refused', reason: 'tooLong' }, { type: 'discarded', bytes: before + rest.length });
        return events;
      }
      if (rest.length === 0) return events;
      const found = replies ? repliesIn(rest) : { replies: [], bytes: 0 };
      if (found.bytes === 0 && ends.length === 0) return [{ type: 'frame', frame: { kind: 'line', bytes: rest } }];
      for (const each of found.replies) events.push({ type: 'frame', frame: { kind: 'reply', reply: each } });
      // What stands beside a reply in one unfinished line is no code: where it was cut, nobody can say.
      if (rest.length > found.bytes) events.push({ type: 'discarded', bytes: rest.length - found.bytes });
      return events;
    },
    held: () => length,
  };
}

function repliesIn(bytes: Uint8Array): { replies: NewlandReply[]; bytes: number } {
  const found = { replies: [] as NewlandReply[], bytes: 0 };
  for (let at = 0; at < bytes.length; at += 1) {
    const seen = lookNewlandReply(bytes.subarray(at));
    if (seen.type !== 'frame') continue;
    found.replies.push(seen.frame);
    found.bytes += seen.bytes;
    at += seen.bytes - 1;
  }
  return found;
}
