import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { DecoderEvent } from '../transport/stream-decoder.ts';
import type { Wire } from '../transport/wire.ts';
import { createLineDecoder, listVariables, type NutLine } from './lines.ts';

/** For a whole list. upsd answers from memory, in a millisecond. */
export const REPLY_LIMIT_MS = 1_000;
/** A UPS has some sixty. */
const MAX_VARIABLES = 500;

/** upsd said ERR, by its code; the wire stays good. */
export interface NutRefusal {
  readonly kind: 'refused';
  readonly code: string;
}
/** After anything but a refusal the wire must be thrown away. */
export type NutFailure = { readonly kind: 'timeout' | 'portGone' | 'badReply' } | NutRefusal;

export interface NutClient {
  /** LIST VAR: all variables of the UPS by name. One at a time. */
  variables(): Promise<Result<ReadonlyMap<string, string>, NutFailure>>;
  close(): Promise<void>;
}

export interface NutClientOptions {
  readonly wire: Wire;
  readonly ups: string;
  readonly clock: Clock;
  readonly log: Log;
  /** The wire ended, whether or not anything was asked. */
  readonly onEnd?: () => void;
}

/**
 * One connection to upsd. Answers carry no number; upsd answers in order, and a wire on which an answer stayed out is
 * never asked again, so no late answer can meet another question.
 */
export function createNutClient({ wire, ups, clock, log, onEnd }: NutClientOptions): NutClient {
  const decoder = createLineDecoder();
  let closed = false;
  let listening: ((line: NutLine) => void) | undefined;
  let fail: ((failure: NutFailure) => void) | undefined;

  const take = (event: DecoderEvent<NutLine>): void => {
    if (event.type === 'discarded') log('wire-discarded', { device: 'ups', bytes: event.bytes });
    else if (event.type === 'refused') log('wire-refused', { device: 'ups', reason: event.reason });
    else if (listening) listening(event.frame);
    else log('wire-refused', { device: 'ups', reason: 'stale' });
    // A line that cannot be read may have been the one that counts.
    if (event.type !== 'frame') fail?.({ kind: 'badReply' });
  };
  wire.onData((bytes) => {
    for (const event of decoder.push(bytes)) take(event);
  });
  wire.onClose(() => {
    closed = true;
    fail?.({ kind: 'portGone' });
    onEnd?.();
  });

  return {
    variables() {
      if (closed) return Promise.resolve(err({ kind: 'portGone' }));
      return new Promise((resolve) => {
        const variables = new Map<string, string>();
        let begun = false;
        const settle = (result: Result<ReadonlyMap<string, string>, NutFailure>): void => {
          cancel();
          listening = undefined;
          fail = undefined;
          resolve(result);
        };
        const cancel = clock.after(REPLY_LIMIT_MS, () => settle(err({ kind: 'timeout' })));
        fail = (failure) => settle(err(failure));
        listening = (line) => {
          if (line.type === 'error') return settle(err({ kind: 'refused', code: line.code }));
          const inOrder = line.ups === ups && begun === (line.type !== 'begin') && variables.size < MAX_VARIABLES;
          if (!inOrder) return settle(err({ kind: 'badReply' }));
          if (line.type === 'end') return settle(ok(variables));
          if (line.type === 'variable') variables.set(line.name, line.value);
          begun = true;
        };
        // A write that fails ends the wire, and so the exchange.
        void wire.write(listVariables(ups));
      });
    },
    close: () => wire.close(),
  };
}
