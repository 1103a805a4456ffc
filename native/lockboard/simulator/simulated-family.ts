import type { Clock } from '../../clock.ts';

/** What one board is wired to: its cells, and the line. Channels count from 0. */
export interface BoardSeat {
  readonly address: number;
  /** Cells wired to it, from its first channel on. */
  readonly cells: number;
  /** Channels of its model, as many as its replies speak of. */
  readonly channels: number;
  /** Whether it tells by itself that a door changed, where the family can. */
  readonly reports: boolean;
  readonly clock: Clock;
  /** Puts the lock of a channel under current; nothing happens on channels without a cell. */
  pulse(channel: number, pulseMs: number): void;
  /** What the switch says now; 0 on channels without a cell. */
  line(channel: number): 0 | 1;
  /** What the sensor inside says now: 1 when something lies there. */
  item(channel: number): 0 | 1;
  /** A switch of this board changed. At most one listener. */
  onLine(listener: (channel: number, line: 0 | 1) => void): void;
  /** Puts one whole reply on the line after the time that the board needs. */
  reply(frame: Uint8Array): void;
  /** Puts one whole frame on the line that nobody asked for. */
  tell(frame: Uint8Array): void;
}

export interface SimulatedBoard {
  /** One whole frame from the host with a good check; every board on the line hears every frame. */
  take(frame: Uint8Array): void;
}

/** One family of boards as the simulated line needs it: how to cut what the host sends, and a board of it. */
export interface SimulatedFamily {
  /** Silence that the boards need between two frames. */
  readonly gapMs: number;
  /** Bits per second that the boards come with. */
  readonly baudRate: number;
  /**
   * How many bytes at the start of `bytes` (at least one) are a frame with a good check; 0: none begins here;
   * undefined: not to be seen yet.
   */
  frameBytes(bytes: Uint8Array): number | undefined;
  board(seat: BoardSeat): SimulatedBoard;
}
