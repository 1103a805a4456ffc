import type { Clock } from '../../clock.ts';
import type { SimulatedPort } from '../../transport/simulated-port.ts';
import type { SimulatedCabinet } from './cabinet.ts';
import type { BoardSeat, SimulatedBoard, SimulatedFamily } from './simulated-family.ts';

/** What a board needs before it answers, milliseconds. */
export const BOARD_REPLY_MS = 10;

/** So much silence ends a frame, whole or not: Modbus says 3.5 characters, makers of boards say nothing. */
const FORGET_HALF_FRAME_MS = 100;

export interface SimulatedBoardPlace {
  readonly address: number;
  readonly cells: number;
  readonly channels: number;
}

export interface SimulatedLineSettings {
  readonly port: SimulatedPort;
  readonly clock: Clock;
  readonly family: SimulatedFamily;
  readonly cabinet: SimulatedCabinet;
  /** Their cells are those of the cabinet, one board after the other. */
  readonly boards: readonly SimulatedBoardPlace[];
  readonly reports: boolean;
  readonly replyMs?: number;
}

/** The far end of the wire: all boards of a cabinet on one line. */
export interface SimulatedLine {
  /** A board without power: hears nothing, says nothing. */
  setMissing(address: number, on: boolean): void;
  /** How long the board needs before it answers. */
  setReplyMs(address: number, replyMs: number): void;
  /** Each reply of the board waits until it is asked the next time. */
  setLateByOne(address: number, on: boolean): void;
}

interface Place {
  readonly board: SimulatedBoard;
  missing: boolean;
  replyMs: number;
  lateByOne: boolean;
  kept: Uint8Array | undefined;
}

export function createSimulatedLine(settings: SimulatedLineSettings): SimulatedLine {
  const { port, clock, family, cabinet, boards, reports, replyMs = BOARD_REPLY_MS } = settings;
  const places = new Map<number, Place>();
  let busyAtMs = Number.NEGATIVE_INFINITY;
  let held = new Uint8Array(0);

  const put = (frame: Uint8Array): void => {
    busyAtMs = clock.now();
    port.send(frame);
  };
  const answer = (place: Place, frame: Uint8Array): void => {
    if (place.missing) return;
    const now = place.lateByOne ? place.kept : frame;
    place.kept = place.lateByOne ? frame : undefined;
    if (now) clock.after(place.replyMs, () => put(now));
  };
  let cellsBefore = 0;
  for (const { address, cells, channels } of boards) {
    const first = cellsBefore + 1;
    cellsBefore += cells;
    const wired = (channel: number): boolean => channel >= 0 && channel < cells;
    const seat: BoardSeat = {
      address,
      cells,
      channels,
      reports,
      clock,
      pulse: (channel, pulseMs) => (wired(channel) ? cabinet.pulse(first + channel, pulseMs) : undefined),
      line: (channel) => (wired(channel) ? cabinet.line(first + channel) : 0),
      item: (channel) => (wired(channel) ? cabinet.item(first + channel) : 0),
      onLine: (listener) =>
        cabinet.onLine((cell, line) => {
          if (wired(cell - first)) listener(cell - first, line);
        }),
      reply: (frame) => answer(place, frame),
      tell: (frame) => (place.missing ? undefined : put(frame)),
    };
    const place: Place = { board: family.board(seat), missing: false, replyMs, lateByOne: false, kept: undefined };
    places.set(address, place);
  }

  const takeFrame = (frame: Uint8Array, beganAtMs: number): void => {
    if (beganAtMs - busyAtMs < family.gapMs) cabinet.violate('frameInGap');
    busyAtMs = clock.now();
    for (const place of places.values()) if (!place.missing) place.board.take(frame);
  };
  let beganAtMs = 0;
  let heardAtMs = 0;
  port.onReceive((bytes) => {
    // A board gives up what stayed half: somebody else's question must not hold it for ever.
    if (clock.now() - heardAtMs > FORGET_HALF_FRAME_MS) held = new Uint8Array(0);
    heardAtMs = clock.now();
    if (held.length === 0) beganAtMs = clock.now();
    held = Uint8Array.from([...held, ...bytes]);
    while (held.length > 0) {
      const length = family.frameBytes(held);
      if (length === undefined) return;
      if (length > 0) takeFrame(held.slice(0, length), beganAtMs);
      held = held.slice(Math.max(1, length));
      beganAtMs = clock.now();
    }
  });

  const at = (address: number): Place => {
    const found = places.get(address);
    if (!found) throw new RangeError(`a board: ${[...places.keys()].join(', ')}`);
    return found;
  };
  return {
    setMissing(address, on) {
      at(address).missing = on;
    },
    setReplyMs(address, wanted) {
      at(address).replyMs = wanted;
    },
    setLateByOne(address, on) {
      at(address).lateByOne = on;
      at(address).kept = undefined;
    },
  };
}
