import type { StreamDecoder } from '../transport/stream-decoder.ts';

/** What the line of a switch says, before polarity: 0 or 1 as on the wire; undefined: the board says that it does not know. */
export type Line = 0 | 1 | undefined;

/** Channels are counted from 0 on each board, whatever the frames of the family count from. */
export type BoardReply =
  /** The lines of all channels, in order; `items` where the family has sensors inside. */
  | {
      readonly kind: 'lines';
      readonly address: number;
      readonly lines: readonly Line[];
      readonly items?: readonly Line[];
    }
  | { readonly kind: 'line'; readonly address: number; readonly channel: number; readonly line: Line }
  /** The board says that it took an unlock. It proves nothing about the door. */
  | { readonly kind: 'unlock'; readonly address: number; readonly channel: number; readonly accepted: boolean }
  /** Nobody asked: a door changed. */
  | { readonly kind: 'report'; readonly address: number; readonly channel: number; readonly line: Line };

export interface BoardRequest {
  readonly frame: Uint8Array;
  /** Undefined: the family answers nothing to this. */
  readonly replyLimitMs: number | undefined;
  /** Whether a reply can be the answer to this request, and to no other that may still be owed. */
  answers(reply: BoardReply): boolean;
}

/** One family of lock-control boards, as the bus drives it. Pure. */
export interface BoardProtocol {
  /** As in the configuration. */
  readonly driver: string;
  /** What a line says while its door is closed, unless the configuration says otherwise. */
  readonly closedIs: 0 | 1;
  /** Silence that the line needs between two frames. */
  readonly gapMs: number;
  /** How long a lock is under current after its unlock frame. */
  readonly pulseMs: number;
  decoder(): StreamDecoder<BoardReply>;
  unlock(address: number, channel: number): BoardRequest;
  /** Asks for the lines of channels 0 to `channels` − 1. */
  query(address: number, channels: number): BoardRequest;
  /**
   * After a reply that did not come in time: a query whose answer cannot be mistaken for the owed one, so that nothing older
   * can follow it; undefined: the family has none, and the bus keeps quiet for longer than any board answers.
   */
  proof?(owed: BoardRequest, address: number): BoardRequest | undefined;
}
