import { createStreamDecoder, type Look, type StreamDecoder } from '../../transport/stream-decoder.ts';

/**
 * The far end's own reading and writing of frames. It shares nothing with the driver's: the golden frames of the tests
 * stand between the two.
 */
export type ModuleCheck = 'xor' | 'sum';

/** CMD and PARA as one number, `0x2001` for find: the two bytes as they stand in the manual's table. */
export type RequestCode = number;

export interface ModuleRequest {
  readonly code: RequestCode;
  readonly checkIsRight: boolean;
}

export interface ModuleReply {
  /** SW3. */
  readonly status: number;
  readonly data: Uint8Array;
}

const MARK = [0xaa, 0xaa, 0xaa, 0x96, 0x69] as const;
/** Mark, LEN, CMD, PARA, CHK: no request known has data. */
const REQUEST_BYTES = 10;

export function createRequestReader(check: ModuleCheck): StreamDecoder<ModuleRequest> {
  return createStreamDecoder({
    look: (bytes) => lookForRequest(bytes, check),
    starts: [0xaa],
    maxBytes: REQUEST_BYTES,
  });
}

function lookForRequest(bytes: Uint8Array, check: ModuleCheck): Look<ModuleRequest> {
  const marked = MARK.every((byte, at) => at >= bytes.length || bytes[at] === byte);
  if (!marked) return { type: 'noFrame' };
  if (bytes.length >= 7 && (bytes[5] !== 0 || bytes[6] !== 3)) return { type: 'refused', reason: 'length' };
  const [cmd, para, sent] = bytes.subarray(7, REQUEST_BYTES);
  if (cmd === undefined || para === undefined || sent === undefined) return { type: 'incomplete' };
  const checkIsRight = sent === (check === 'xor' ? 3 ^ cmd ^ para : -(3 + cmd + para) & 0xff);
  return { type: 'frame', frame: { code: (cmd << 8) | para, checkIsRight }, bytes: REQUEST_BYTES };
}

export function buildReply({ status, data }: ModuleReply, check: ModuleCheck): Uint8Array {
  const length = data.length + 4;
  const counted = [length >> 8, length & 0xff, 0, 0, status, ...data];
  const total = counted.reduce((sum, byte) => (check === 'xor' ? sum ^ byte : sum + byte), 0);
  return Uint8Array.of(...MARK, ...counted, check === 'xor' ? total : -total & 0xff);
}
