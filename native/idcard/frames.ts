import { err, ok, type Result } from '../../contract/result.ts';

/**
 * Frames of the SDT protocol (SAM_A modules). Both directions: preamble `AA AA AA 96 69`, LEN (2 bytes, big-endian,
 * counts what follows it), a body, CHK = XOR of everything from LEN to the byte before CHK.
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

export interface SdtRequest {
  readonly cmd: number;
  readonly para: number;
  readonly data: Uint8Array;
}

export interface SdtReply {
  /** SW3; SW1 and SW2 are 00 in every reply known. */
  readonly status: number;
  readonly data: Uint8Array;
}

const NO_DATA = new Uint8Array(0);

export function encodeRequest(cmd: number, para: number, data: Uint8Array = NO_DATA): Uint8Array {
  return encodeFrame(Uint8Array.of(cmd, para, ...data));
}

export function encodeReply(status: number, data: Uint8Array = NO_DATA): Uint8Array {
  return encodeFrame(Uint8Array.of(0, 0, status, ...data));
}

/** `body` is what stands between LEN and CHK. */
export function decodeRequest(body: Uint8Array): Result<SdtRequest, 'shortBody'> {
  const [cmd, para] = body;
  if (cmd === undefined || para === undefined) return err('shortBody');
  return ok({ cmd, para, data: body.subarray(2) });
}

/** `body` is what stands between LEN and CHK. */
export function decodeReply(body: Uint8Array): Result<SdtReply, 'shortBody' | 'unknownStatusWord'> {
  const [sw1, sw2, status] = body;
  if (status === undefined) return err('shortBody');
  return sw1 === 0 && sw2 === 0 ? ok({ status, data: body.subarray(3) }) : err('unknownStatusWord');
}

/** XOR over LEN and body. */
export function checkByte(lengthAndBody: Uint8Array): number {
  let check = 0;
  for (const byte of lengthAndBody) check ^= byte;
  return check;
}

/** Adds preamble, LEN and CHK to a body. */
export function encodeFrame(body: Uint8Array): Uint8Array {
  const length = body.length + 1;
  const frame = new Uint8Array(HEADER_BYTES + length);
  frame.set(PREAMBLE, 0);
  frame.set([length >> 8, length & 0xff], PREAMBLE.length);
  frame.set(body, HEADER_BYTES);
  frame[frame.length - 1] = checkByte(frame.subarray(PREAMBLE.length, -1));
  return frame;
}
