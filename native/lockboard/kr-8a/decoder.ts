import { createStreamDecoder, type Look, type StreamDecoder } from '../../transport/stream-decoder.ts';
import type { BoardReply, Line } from '../board-protocol.ts';
import {
  allReplyBytes,
  CHANNEL_REPLY_BYTES,
  checkByte,
  HEADS,
  LINE_BYTES,
  QUERY_ALL_END,
  statusBytes,
} from './frames.ts';

/** Channels of each board of the configuration, by address: the only thing that tells how long a reply is. */
export type ChannelsOf = ReadonlyMap<number, number>;

/**
 * Replies of 8A/80 boards. A reply to `query one` (`80 bb cc st BCC`) is not known here and never asked for: of a board with
 * more than eight channels, the first five bytes of a reply to `query all` can be one by chance, check included.
 */
export function createKr8aDecoder(channelsOf: ChannelsOf): StreamDecoder<BoardReply> {
  const longest = Math.max(CHANNEL_REPLY_BYTES, ...[...channelsOf.values()].map(allReplyBytes));
  return createStreamDecoder({
    starts: [HEADS.open, HEADS.query, ...HEADS.reports],
    maxBytes: longest,
    look: (bytes) => look(bytes, channelsOf),
  });
}

function look(bytes: Uint8Array, channelsOf: ChannelsOf): Look<BoardReply> {
  const [head = 0, address] = bytes;
  if (address === undefined) return { type: 'incomplete' };
  const channels = channelsOf.get(address);
  if (channels === undefined) return { type: 'noFrame' };
  const length = head === HEADS.query ? allReplyBytes(channels) : CHANNEL_REPLY_BYTES;
  if (bytes.length < length) return { type: 'incomplete' };
  const frame = bytes.subarray(0, length);
  if (checkByte(frame) !== 0) return { type: 'refused', reason: 'checksum' };
  const reply = head === HEADS.query ? allLines(frame, address, channels) : oneChannel(frame, address, channels);
  return reply ? { type: 'frame', frame: reply, bytes: length } : { type: 'refused', reason: 'field' };
}

/** The last status byte tells of channels 1–8, the one before it of 9–16, and so on; bit 0 is the lowest channel. */
function allLines(frame: Uint8Array, address: number, channels: number): BoardReply | undefined {
  const groups = statusBytes(channels);
  if (frame[2 + groups] !== QUERY_ALL_END) return undefined;
  const lines = Array.from({ length: channels }, (_, channel): Line => {
    const group = frame[1 + groups - (channel >> 3)] ?? 0;
    return (group >> (channel & 7)) & 1 ? 1 : 0;
  });
  return { kind: 'lines', address, lines };
}

function oneChannel(frame: Uint8Array, address: number, channels: number): BoardReply | undefined {
  const [head, , number = 0, state] = frame;
  const channel = number - 1;
  const line = state === LINE_BYTES[0] ? 0 : state === LINE_BYTES[1] ? 1 : undefined;
  if (channel < 0 || channel >= channels || line === undefined) return undefined;
  // The state in an answer to `open` is 00 or 11 for a good end, depending on the lock: it says nothing of use.
  if (head === HEADS.open) return { kind: 'unlock', address, channel, accepted: true };
  return { kind: 'report', address, channel, line };
}
