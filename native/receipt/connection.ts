import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { DecoderEvent } from '../transport/stream-decoder.ts';
import type { Wire } from '../transport/wire.ts';
import { type Answer, type AnswerDialect, createAnswerDecoder, HALF_ANSWER_LIMIT_MS } from './answers.ts';
import { DISCARD_REPORT_INTERVAL_MS } from './limits.ts';

export type AwaitedAnswer = Exclude<Answer['kind'], 'flow'>;
/** What a printer also sends by itself. */
export type StatusReport = Extract<Answer, { kind: 'asb' | 'full' }>;

/** One opened wire to a receipt printer, with its answers sorted by kind. Used until its first trouble, then thrown away. */
export interface Connection {
  /** False once the wire has ended. */
  alive(): boolean;
  /** False: the wire did not take the bytes. */
  send(bytes: Iterable<number>): Promise<boolean>;
  /**
   * The next answer of this kind. Call it before sending the question; what came earlier does not count.
   * Undefined: none within the limit, or the wire ended, or somebody asked anew for the same kind.
   */
  next<Kind extends AwaitedAnswer>(kind: Kind, limitMs: number): Promise<Extract<Answer, { kind: Kind }> | undefined>;
  /**
   * Real-time answers that did not come in time and may come yet. While there are any nothing may be asked by DLE EOT:
   * its answers do not say to what they answer, and each would be taken for the one to the next question.
   */
  owed(): number;
  /** Real-time answers that nobody had asked for. */
  surplus(): number;
  close(): Promise<void>;
}

export interface ConnectionParts {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly log: Log;
  readonly dialect: AnswerDialect;
  /** Called for each, asked for or not. */
  readonly onReport: (report: StatusReport) => void;
  /** The wire ended by itself. */
  readonly onEnd: () => void;
}

export function createConnection({ wire, clock, log, dialect, onReport, onEnd }: ConnectionParts): Connection {
  const decoder = createAnswerDecoder(dialect);
  const waiting = new Map<AwaitedAnswer, (answer: Answer | undefined) => void>();
  let alive = true;
  let owed = 0;
  let surplus = 0;
  let lost = 0;
  let cancelFlush: (() => void) | undefined;
  let cancelReport: (() => void) | undefined;

  const sayLost = (): void => {
    cancelReport?.();
    cancelReport = undefined;
    if (lost > 0) log('wire-discarded', { device: 'receipt', bytes: lost });
    lost = 0;
  };
  const lose = (bytes: number): void => {
    lost += bytes;
    cancelReport ??= clock.after(DISCARD_REPORT_INTERVAL_MS, sayLost);
  };
  const hear = (answer: Answer): void => {
    if (answer.kind === 'flow') return;
    if (answer.kind === 'asb' || answer.kind === 'full') onReport(answer);
    // Sent by itself: it says nothing of the rest, and so is no answer to the question for all.
    if (answer.kind === 'full' && answer.parts.user === undefined) return;
    const resolve = waiting.get(answer.kind);
    if (resolve !== undefined) resolve(answer);
    else if (answer.kind === 'status' && owed > 0) {
      owed -= 1;
      log('wire-refused', { device: 'receipt', reason: 'stale' });
    } else if (answer.kind !== 'asb' && answer.kind !== 'full') {
      if (answer.kind === 'status') surplus += 1;
      lose(1);
    }
  };
  const take = (events: readonly DecoderEvent<Answer>[]): void => {
    for (const event of events) {
      if (event.type === 'frame') hear(event.frame);
      else if (event.type === 'discarded') lose(event.bytes);
      else log('wire-refused', { device: 'receipt', reason: event.reason });
    }
  };
  /** Timers come before input when a process was held up: what is there already is read first. */
  const flushUnlessMoreIsThere = (): void => {
    cancelFlush = clock.after(0, () => take(decoder.flush()));
  };
  const end = (): void => {
    alive = false;
    cancelFlush?.();
    for (const resolve of [...waiting.values()]) resolve(undefined);
    sayLost();
  };
  wire.onData((bytes) => {
    if (!alive) return;
    cancelFlush?.();
    take(decoder.push(bytes));
    if (decoder.held() > 0) cancelFlush = clock.after(HALF_ANSWER_LIMIT_MS, flushUnlessMoreIsThere);
  });
  wire.onClose(() => {
    if (!alive) return;
    end();
    onEnd();
  });

  return {
    alive: () => alive,
    async send(bytes) {
      if (!alive) return false;
      const written = await wire.write(Uint8Array.from(bytes));
      return written.ok && alive;
    },
    next(kind, limitMs) {
      waiting.get(kind)?.(undefined);
      if (!alive) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        const settle = (answer: Answer | undefined): void => {
          waiting.delete(kind);
          cancel();
          resolve(answer && isKind(answer, kind) ? answer : undefined);
        };
        const cancel = clock.after(limitMs, () => {
          if (kind === 'status') owed += 1;
          settle(undefined);
        });
        waiting.set(kind, settle);
      });
    },
    owed: () => owed,
    surplus: () => surplus,
    async close() {
      end();
      await wire.close();
    },
  };
}

const isKind = <Kind extends Answer['kind']>(answer: Answer, kind: Kind): answer is Extract<Answer, { kind: Kind }> =>
  answer.kind === kind;
