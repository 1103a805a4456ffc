/**
 * Frames of the WKLY family: `57 4B 4C 59` ("WKLY"), LEN of the whole frame, board, command, data, XOR of all before it.
 * Channels count from 1. Old firmware begins its replies with 53.
 *
 * Left out on purpose: 80, 86 and 87 (several locks by one frame), 88 and 89 (a lock held under current outlives its host).
 */
export const HEAD = Uint8Array.of(0x57, 0x4b, 0x4c, 0x59);
export const OLD_HEAD_BYTE = 0x53;
/** Head, LEN, board, command. */
export const DATA_AT = 7;
/** A frame without data. */
export const SHORTEST_BYTES = 8;

export const COMMANDS = { open: 0x82, queryOne: 0x83, queryAll: 0x84, report: 0x85 } as const;

export const STATUS_OK = 0x00;
/** What boards say of a lock. FF: the board does not know. */
export const LOCK_BYTES = { open: 0x00, closed: 0x01 } as const;

export function checkByte(bytes: Uint8Array): number {
  return bytes.reduce((check, byte) => check ^ byte, 0);
}

export function encodeFrame(board: number, command: number, ...data: readonly number[]): Uint8Array {
  const body = Uint8Array.of(...HEAD, SHORTEST_BYTES + data.length, board, command, ...data);
  return Uint8Array.of(...body, checkByte(body));
}
