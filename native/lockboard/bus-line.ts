import type { Log } from '../../contract/log-events.ts';
import { type Clock, sleep } from '../clock.ts';
import type { DecoderEvent } from '../transport/stream-decoder.ts';
import type { Wire } from '../transport/wire.ts';
import type { BoardProtocol, BoardReply, BoardRequest } from './board-protocol.ts';

/**
 * After a missing reply the line keeps quiet for so long, where the family has no proof or that was not answered. With the limit
 * before it that is a second: boards answer within 50 ms, none was described that needs 200, and a converter adds some 100.
 */
export const QUIET_MS = 800;

/** A line that was not silent for a gap within this is not written to: somebody on it does not stop talking. */
export const LINE_BUSY_LIMIT_MS = 1000;

/** A board gave no answer: nothing came, or bytes that are none, or the line had no room for the question. */
export type Miss = 'noReply' | 'badReply' | 'lineBusy';
/** `expired`: the deadline had passed, nothing was written. */
export type ExchangeFailure = Miss | 'expired' | 'portGone';
export type Exchanged =
  | { readonly reply: BoardReply | undefined; readonly writtenAtMs: number }
  /** Written at some time: it may have got out. */
  | { readonly failure: ExchangeFailure; readonly writtenAtMs: number | undefined };

export interface ExchangeLimits {
  /** Not written at or after this. */
  readonly notAfterMs?: number | undefined;
}

/** One wire with boards on it: one frame out, one reply in. Whoever uses it does not ask twice at the same time. */
export interface BusLine {
  exchange(request: BoardRequest, limits?: ExchangeLimits): Promise<Exchanged>;
  /** The line stays quiet for `QUIET_MS` from now. */
  keepQuiet(): void;
  isOpen(): boolean;
  close(): Promise<void>;
}

export interface BusLineSettings {
  readonly wire: Wire;
  readonly protocol: BoardProtocol;
  readonly clock: Clock;
  readonly log: Log;
  /** A door changed and its board said so by itself. */
  readonly onReport: (report: Extract<BoardReply, { kind: 'report' }>) => void;
  readonly onClosed: () => void;
}

export function createBusLine({ wire, protocol, clock, log, onReport, onClosed }: BusLineSettings): BusLine {
  const decoder = protocol.decoder();
  let open = true;
  let readyAtMs = clock.now();
  /** Anything, since the last request. */
  let heard = false;
  let awaiting: { readonly request: BoardRequest; settle(reply: BoardReply | ExchangeFailure): void } | undefined;

  const hold = (forMs: number): void => {
    readyAtMs = Math.max(readyAtMs, clock.now() + forMs);
  };
  const take = (events: readonly DecoderEvent<BoardReply>[]): void => {
    for (const event of events) {
      if (event.type === 'discarded') log('wire-discarded', { device: 'locker', bytes: event.bytes });
      else if (event.type === 'refused') log('wire-refused', { device: 'locker', reason: event.reason });
      else if (event.frame.kind === 'report') onReport(event.frame);
      else if (awaiting?.request.answers(event.frame)) awaiting.settle(event.frame);
      else log('wire-refused', { device: 'locker', reason: 'stale' });
    }
  };
  wire.onData((bytes) => {
    heard = true;
    hold(protocol.gapMs);
    take(decoder.push(bytes));
  });
  wire.onClose(() => {
    open = false;
    awaiting?.settle('portGone');
    onClosed();
  });

  const reply = (request: BoardRequest, limitMs: number): Promise<BoardReply | ExchangeFailure> =>
    new Promise((resolve) => {
      const cancel = clock.after(limitMs, () => {
        // A good answer may be held behind the head of a frame that never came to its end.
        take(decoder.flush());
        awaiting?.settle(heard ? 'badReply' : 'noReply');
      });
      awaiting = {
        request,
        settle(outcome) {
          awaiting = undefined;
          cancel();
          resolve(outcome);
        },
      };
    });

  return {
    async exchange(request, { notAfterMs = Number.POSITIVE_INFINITY } = {}) {
      const busyAtMs = clock.now() + LINE_BUSY_LIMIT_MS + protocol.gapMs;
      for (let waitMs = readyAtMs - clock.now(); open && waitMs > 0; waitMs = readyAtMs - clock.now()) {
        if (clock.now() >= busyAtMs) return { failure: 'lineBusy', writtenAtMs: undefined };
        await sleep(clock, waitMs);
      }
      if (!open) return { failure: 'portGone', writtenAtMs: undefined };
      const writtenAtMs = clock.now();
      if (!(writtenAtMs < notAfterMs)) return { failure: 'expired', writtenAtMs: undefined };
      const { frame, replyLimitMs } = request;
      const replied = replyLimitMs === undefined ? undefined : reply(request, replyLimitMs);
      hold(protocol.gapMs);
      heard = false;
      const written = wire.write(frame);
      if (!replied) {
        const handed = await written;
        hold(protocol.gapMs);
        return handed.ok ? { reply: undefined, writtenAtMs } : { failure: 'portGone', writtenAtMs };
      }
      // A write that fails ends the wire, and so the wait.
      const outcome = await replied;
      return typeof outcome === 'string' ? { failure: outcome, writtenAtMs } : { reply: outcome, writtenAtMs };
    },
    keepQuiet: () => hold(QUIET_MS),
    isOpen: () => open,
    close: () => wire.close(),
  };
}
