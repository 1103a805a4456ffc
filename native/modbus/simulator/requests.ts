import { createStreamDecoder, type Look, type StreamDecoder } from '../../transport/stream-decoder.ts';

/** A request as a slave takes it: whole and with a right check. */
export interface SlaveRequest {
  readonly address: number;
  readonly functionCode: number;
  /** What stands between function and check. */
  readonly body: Uint8Array;
}

/** One line of the table per byte, as slaves with little time and some memory do it; the driver computes bit by bit. */
const TABLE = Uint16Array.from({ length: 256 }, (_, index) => {
  let entry = index;
  for (let bit = 0; bit < 8; bit += 1) entry = (entry >>> 1) ^ (entry % 2 === 1 ? 0xa001 : 0);
  return entry;
});

/** The two check bytes, in the order of the wire. */
export function checkOf(bytes: Uint8Array): [number, number] {
  const crc = bytes.reduce((sum, byte) => (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0), 0xffff);
  return [crc % 256, Math.floor(crc / 256)];
}

const SHORT_REQUEST_BYTES = 8;
const LONGEST_REQUEST_BYTES = 9 + 246;

/** Cuts what a master sends; a slave of another address cuts it the same way and only listens. */
export function createRequestDecoder(): StreamDecoder<SlaveRequest> {
  return createStreamDecoder({
    starts: Array.from({ length: 248 }, (_, address) => address),
    maxBytes: LONGEST_REQUEST_BYTES,
    look: lookForRequest,
  });
}

/** How many bytes at the start are a request with a right check; 0: none begins here; undefined: not to be seen yet. */
export function requestBytes(bytes: Uint8Array): number | undefined {
  const functionCode = bytes[1];
  if (functionCode === undefined) return undefined;
  if (functionCode === 0 || functionCode > 0x10) return 0;
  const counted = functionCode === 0x0f || functionCode === 0x10;
  if (counted && bytes.length < 7) return undefined;
  const length = counted ? 9 + (bytes[6] ?? 0) : SHORT_REQUEST_BYTES;
  if (length > LONGEST_REQUEST_BYTES) return 0;
  if (bytes.length < length) return undefined;
  const [low, high] = checkOf(bytes.subarray(0, length - 2));
  return bytes[length - 2] === low && bytes[length - 1] === high ? length : 0;
}

/** Splits a request that `requestBytes` has measured. */
export function requestOf(frame: Uint8Array): SlaveRequest {
  const [address = 0, functionCode = 0] = frame;
  return { address, functionCode, body: frame.slice(2, -2) };
}

function lookForRequest(bytes: Uint8Array): Look<SlaveRequest> {
  const length = requestBytes(bytes);
  if (length === undefined) return { type: 'incomplete' };
  if (length === 0) return { type: 'noFrame' };
  return { type: 'frame', frame: requestOf(bytes.subarray(0, length)), bytes: length };
}
