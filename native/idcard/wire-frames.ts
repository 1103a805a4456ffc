import type { WireDirection, WireReport } from '../transport/wire-tap.ts';
import { createFrameParser, type FrameEvent } from './frame-parser.ts';
import { type FrameCheck, MIN_REPLY_LENGTH, MIN_REQUEST_LENGTH } from './frames.ts';

/** Data of more bytes than this may say who somebody is; a SAM-ID, 16 bytes, does not. */
const SHOWN_BYTES = 32;

/**
 * For a tap: puts chunks together to frames and tells each as hex; frames with personal data as their head and length,
 * bytes that belong to no frame as their number. `checks`: how CHK may be made.
 */
export function createFrameReport(
  tell: (direction: WireDirection, text: string) => void,
  ...checks: readonly FrameCheck[]
): WireReport {
  const parsers = {
    toDevice: createFrameParser(MIN_REQUEST_LENGTH, ...checks),
    fromDevice: createFrameParser(MIN_REPLY_LENGTH, ...checks),
  };
  return (direction, bytes) => {
    for (const event of parsers[direction].push(bytes)) tell(direction, frameText(event));
  };
}

function frameText(event: FrameEvent): string {
  if (event.type === 'discarded') return `(${event.bytes} bytes discarded)`;
  if (event.type === 'refused') return `(wrong ${event.reason})`;
  const { bytes } = event.frame;
  const shown = bytes.length > SHOWN_BYTES ? bytes.subarray(0, 10) : bytes;
  const hex = Buffer.from(shown)
    .toString('hex')
    .toUpperCase()
    .replaceAll(/(..)(?!$)/g, '$1 ');
  return bytes.length > SHOWN_BYTES ? `${hex} … (${bytes.length} bytes)` : hex;
}
