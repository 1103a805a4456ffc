/**
 * Frames of the 8A/80 family (485 锁控板): head, board, channel, a fixed byte or a state, BCC = XOR of all before it.
 * Channels count from 1; 0 means all. No frame carries a length.
 *
 * Left out on purpose: `8A bb 00 11` and `90` (several locks at once: too much current, and sources disagree about the
 * order of the masks of 90), `9A`/`9B` (a lock held under current outlives its host).
 */
export const HEADS = {
  open: 0x8a,
  query: 0x80,
  /** Boards that tell changes by themselves use one or the other. */
  reports: [0x81, 0x82],
} as const;

export const QUERY_ALL_END = 0x33;
const OPEN_END = 0x11;
export const ALL_CHANNELS = 0;

/** What stands for the line of a switch in frames about one channel. */
export const LINE_BYTES = { 0: 0x00, 1: 0x11 } as const;

/** One reply about one channel: head, board, channel, state, BCC. */
export const CHANNEL_REPLY_BYTES = 5;

/** Boards tell eight channels with each status byte. */
export const statusBytes = (channels: number): number => Math.ceil(channels / 8);

/** A reply to `query all`: head, board, the status bytes with the highest channels first, 33, BCC. */
export const allReplyBytes = (channels: number): number => 2 + statusBytes(channels) + 2;

export function checkByte(bytes: Uint8Array): number {
  return bytes.reduce((check, byte) => check ^ byte, 0);
}

function withCheck(...bytes: readonly number[]): Uint8Array {
  const body = Uint8Array.from(bytes);
  return Uint8Array.of(...body, checkByte(body));
}

/**
 * Opens one lock with the board's own pulse of some 300 ms, or with `seconds` (1–9), which only one source knows and
 * which is therefore sent only where the configuration asks for it.
 */
export function encodeOpen(board: number, channel: number, seconds?: number): Uint8Array {
  const pulse = seconds === undefined ? [] : [seconds];
  return withCheck(HEADS.open, board, channel, OPEN_END, ...pulse);
}

/** Asks for one channel, or with `ALL_CHANNELS` for all. */
export function encodeQuery(board: number, channel: number): Uint8Array {
  return withCheck(HEADS.query, board, channel, QUERY_ALL_END);
}
