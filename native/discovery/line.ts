import type { Clock } from '../clock.ts';
import type { StreamDecoder } from '../transport/stream-decoder.ts';
import type { Wire } from '../transport/wire.ts';

/** Silence before a question: boards on a shared line need up to 50 ms between two frames. */
export const GAP_MS = 60;
/** A reply has ended when nothing follows for so long; a USB converter hands over what it has every 16 ms. */
export const REPLY_END_MS = 60;
/** More than any answer to a status question has: who sends more babbles. */
const MOST_REPLY_BYTES = 512;

/** One opened wire on which questions are asked, one at a time. */
export interface Line {
  /**
   * Waits for the gap, sends one frame and answers all that came back until it ended, at most `limitMs` later: empty when
   * nothing did. Where the line is known to hear itself, the question is taken off the front.
   */
  ask(frame: Uint8Array, limitMs: number): Promise<Uint8Array>;
  /** Waits and sends nothing. */
  listen(ms: number): Promise<void>;
  /** From now on the line is known to give back what is sent, as some RS-485 converters do. */
  expectEcho(): void;
  expectsEcho(): boolean;
  /** Bytes that came and were no answer to any question. */
  unasked(): number;
  close(): Promise<void>;
}

export function createLine(wire: Wire, clock: Clock, hearsItself = false): Line {
  let echoes = hearsItself;
  let reply: number[] | undefined;
  let unasked = 0;
  let closed = false;
  let onBytes: (() => void) | undefined;
  wire.onData((bytes) => {
    if (!reply) unasked += bytes.length;
    else if (reply.length < MOST_REPLY_BYTES) reply.push(...bytes);
    onBytes?.();
  });
  wire.onClose(() => {
    closed = true;
    onBytes?.();
  });
  const pause = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));

  /** Resolves `REPLY_END_MS` after the last byte, `limitMs` after the begin, or when the wire closed. */
  const replyEnded = (limitMs: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        cancelLimit();
        cancelQuiet();
        onBytes = undefined;
        resolve();
      };
      const cancelLimit = clock.after(limitMs, end);
      let cancelQuiet: () => void = () => undefined;
      onBytes = () => {
        cancelQuiet();
        if (closed) end();
        else cancelQuiet = clock.after(REPLY_END_MS, end);
      };
      if (closed) end();
    });

  return {
    async ask(frame, limitMs) {
      await pause(GAP_MS);
      if (closed) return new Uint8Array(0);
      reply = [];
      const ended = replyEnded(limitMs);
      // A write that fails ends the wire, and so the wait.
      void wire.write(frame);
      await ended;
      const came = Uint8Array.from(reply);
      reply = undefined;
      return echoes ? withoutEcho(came, frame) : came;
    },
    listen: pause,
    expectEcho() {
      echoes = true;
    },
    expectsEcho: () => echoes,
    unasked: () => unasked,
    close: () => wire.close(),
  };
}

/** What came behind the question itself; all of it where the question is not at the front. */
export const withoutEcho = (came: Uint8Array, frame: Uint8Array): Uint8Array =>
  frame.every((byte, at) => came[at] === byte) ? came.subarray(frame.length) : came;

/** The one frame that a reply consists of; undefined when anything else is in it, or less. */
export function onlyFrame<Frame>(decoder: StreamDecoder<Frame>, reply: Uint8Array): Frame | undefined {
  const events = reply.length === 0 ? [] : decoder.push(reply);
  const [event] = events;
  return events.length === 1 && decoder.held() === 0 && event?.type === 'frame' ? event.frame : undefined;
}
