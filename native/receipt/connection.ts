import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { Wire } from '../transport/wire.ts';
import { createAnswerParser } from './answers.ts';

type AwaitedAnswer = 'status' | 'queued' | 'block';

/** One opened wire to a receipt printer, with its answers sorted by kind. Used until its first trouble, then thrown away. */
export interface Connection {
  /** False once the wire has ended. */
  alive(): boolean;
  /** False: the wire did not take the bytes. */
  send(bytes: Iterable<number>): Promise<boolean>;
  /**
   * The next answer of this kind. Call it before sending the question; what came earlier does not count.
   * Undefined: none within the limit, or the wire ended, or somebody asked anew for the same kind. A block's value is its length.
   */
  next(kind: AwaitedAnswer, limitMs: number): Promise<number | undefined>;
  close(): Promise<void>;
}

export function createConnection(wire: Wire, clock: Clock, log: Log): Connection {
  let alive = true;
  let unasked = 0;
  const waiting = new Map<AwaitedAnswer, (value: number | undefined) => void>();
  const parser = createAnswerParser((answer) => {
    if (answer.kind === 'asb' || answer.kind === 'flow') return;
    const resolve = waiting.get(answer.kind);
    if (resolve === undefined) unasked += 1;
    else resolve(answer.kind === 'block' ? answer.text.length : answer.value);
  });
  wire.onData((bytes) => parser.push(bytes));
  wire.onClose(() => {
    alive = false;
    for (const resolve of [...waiting.values()]) resolve(undefined);
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
        const settle = (value: number | undefined): void => {
          waiting.delete(kind);
          cancel();
          resolve(value);
        };
        const cancel = clock.after(limitMs, () => settle(undefined));
        waiting.set(kind, settle);
      });
    },
    async close() {
      const lost = parser.discarded() + unasked;
      if (lost > 0) log('wire-discarded', { device: 'receipt', bytes: lost });
      alive = false;
      for (const resolve of [...waiting.values()]) resolve(undefined);
      await wire.close();
    },
  };
}
