import { err, ok, type Result } from '../../contract/result.ts';

/**
 * Frames of the SDT protocol (SAM_A modules) and of the older CVR-100AU family. Both directions: preamble
 * `AA AA AA 96 69`, LEN (2 bytes, big-endian, counts what follows it), a body, CHK over everything from LEN to the byte
 * before CHK. The two families differ in how CHK is made.
 */
export const PREAMBLE = Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69);
/** Preamble and LEN. */
export const HEADER_BYTES = PREAMBLE.length + 2;

/** LEN of a request: CMD, PARA, CHK at least. */
export const MIN_REQUEST_LENGTH = 3;
/** LEN of a reply: SW1, SW2, SW3, CHK at least. */
export const MIN_REPLY_LENGTH = 4;
/** LEN of the longest reply known: text, photo and fingerprint. No frame of either direction is longer. */
export const MAX_FRAME_LENGTH = 0x090a;

/**
 * How CHK is made: `xor` of all bytes (SDT), or the two's complement of their `sum`, so that they and CHK add up to 0
 * modulo 256 (CVR-100AU; inferred from its four requests, which it reproduces).
 */
export type FrameCheck = 'xor' | 'sum';

export interface SdtReply {
  /** SW3; SW1 and SW2 are 00 in every reply known. */
  readonly status: number;
  readonly data: Uint8Array;
}

/** No command known has data of its own. */
export function encodeRequest(cmd: number, para: number, check: FrameCheck = 'xor'): Uint8Array {
  const frame = Uint8Array.of(...PREAMBLE, 0, MIN_REQUEST_LENGTH, cmd, para, 0);
  frame[frame.length - 1] = checkByte(frame.subarray(PREAMBLE.length, -1), check);
  return frame;
}

/** `body` is what stands between LEN and CHK. */
export function decodeReply(body: Uint8Array): Result<SdtReply, 'shortBody' | 'unknownStatusWord'> {
  const [sw1, sw2, status] = body;
  if (status === undefined) return err('shortBody');
  return sw1 === 0 && sw2 === 0 ? ok({ status, data: body.subarray(3) }) : err('unknownStatusWord');
}

/** Over LEN and body. */
export function checkByte(lengthAndBody: Uint8Array, check: FrameCheck = 'xor'): number {
  let result = 0;
  for (const byte of lengthAndBody) result = check === 'xor' ? result ^ byte : (result - byte) & 0xff;
  return result;
}
