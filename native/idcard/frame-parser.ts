import { createStreamDecoder, type DecoderEvent, type Look, type StreamDecoder } from '../transport/stream-decoder.ts';
import { checkByte, type FrameCheck, HEADER_BYTES, MAX_FRAME_LENGTH, PREAMBLE } from './frames.ts';

/** A frame whose check is right. */
export interface WireFrame {
  /** All of it, preamble and check included. */
  readonly bytes: Uint8Array;
  /** What stands between LEN and CHK. */
  readonly body: Uint8Array;
}

export type FrameEvent = DecoderEvent<WireFrame>;
export type FrameParser = StreamDecoder<WireFrame>;

/** Of the longest frame: no more is ever held. */
export const MAX_FRAME_BYTES = HEADER_BYTES + MAX_FRAME_LENGTH;

const [FIRST_BYTE = 0xaa] = PREAMBLE;

/**
 * Cuts a stream into frames. `minLength`: the least LEN of this direction. `checks`: how CHK may be made, any of them;
 * a driver names one, only who listens to an unknown family names both.
 */
export function createFrameParser(minLength: number, ...checks: readonly FrameCheck[]): FrameParser {
  const accepted: readonly FrameCheck[] = checks.length > 0 ? checks : ['xor'];
  return createStreamDecoder({
    look(bytes) {
      const seen = lookAt(bytes, minLength, accepted);
      if (seen.type !== 'frame') return seen;
      const inside = bytes.subarray(1, seen.bytes);
      return holdsFrame(inside, minLength, accepted) ? { type: 'refused', reason: 'overrun' } : seen;
    },
    starts: [FIRST_BYTE],
    maxBytes: MAX_FRAME_BYTES,
  });
}

function lookAt(bytes: Uint8Array, minLength: number, checks: readonly FrameCheck[]): Look<WireFrame> {
  for (let i = 0; i < PREAMBLE.length; i += 1) {
    if (bytes[i] === undefined) return { type: 'incomplete' };
    if (bytes[i] !== PREAMBLE[i]) return { type: 'noFrame' };
  }
  const high = bytes[PREAMBLE.length];
  const low = bytes[PREAMBLE.length + 1];
  if (high === undefined || low === undefined) return { type: 'incomplete' };
  const length = (high << 8) | low;
  if (length < minLength || length > MAX_FRAME_LENGTH) return { type: 'refused', reason: 'length' };
  const end = HEADER_BYTES + length;
  if (bytes.length < end) return { type: 'incomplete' };
  const checked = bytes.subarray(PREAMBLE.length, end - 1);
  if (!checks.some((check) => checkByte(checked, check) === bytes[end - 1])) {
    return { type: 'refused', reason: 'checksum' };
  }
  // Chunks of the system are Buffers, whose `slice` does not copy.
  const whole = new Uint8Array(bytes.subarray(0, end));
  return { type: 'frame', frame: { bytes: whole, body: whole.subarray(HEADER_BYTES, -1) }, bytes: end };
}

/**
 * A frame that lost bytes on its way is completed by those that follow, and one such in 256 has a check that fits by
 * chance. Data of a card that hold a whole frame themselves are many million times rarer.
 */
function holdsFrame(bytes: Uint8Array, minLength: number, checks: readonly FrameCheck[]): boolean {
  for (let at = bytes.indexOf(FIRST_BYTE); at !== -1; at = bytes.indexOf(FIRST_BYTE, at + 1)) {
    if (lookAt(bytes.subarray(at), minLength, checks).type === 'frame') return true;
  }
  return false;
}
