import type { Log } from '../../../contract/log-events.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Clock } from '../../clock.ts';
import type { Wire } from '../../transport/wire.ts';
import {
  answersNewland,
  encodeNewland,
  type NewlandReply,
  type NewlandStorage,
  type NewlandWord,
} from './newland-frames.ts';

/** The manual lets a scanner take so long over a command. */
export const NEWLAND_REPLY_LIMIT_MS = 5_000;
/** After so long without a byte it is taken for silent: a scanner that lives answers within some 10 ms. */
export const NEWLAND_SILENCE_LIMIT_MS = 900;

export type NewlandFailure = 'noReply' | 'portGone';

export interface NewlandCommand {
  readonly command: string;
  readonly storage?: NewlandStorage;
  /** For how long not a byte may come. A setting may be slow; default: `NEWLAND_SILENCE_LIMIT_MS`. */
  readonly silenceMs?: number;
}

/**
 * Commands on one wire, one at a time, each with its reply. A reply echoes its command, so it is taken for no other one;
 * for the same command asked twice it is not clear whose reply is late, and so after `noReply` the wire must not be used
 * again. The next one begins with a query that the last one did not ask (`line-scanner.ts`), and the scanner answers in
 * order: when that is answered, nothing older is on its way.
 */
export interface NewlandHost {
  /** Waits for its turn and its reply, together never longer than `NEWLAND_REPLY_LIMIT_MS`; then it is not sent any more. */
  ask(command: NewlandCommand): Promise<Result<NewlandWord, NewlandFailure>>;
  /** A reply came; answers whether somebody waited for it. */
  take(reply: NewlandReply): boolean;
  /** Bytes came, of whatever kind: the scanner lives, and may be busy with a long code. */
  heard(): void;
  /** The wire is gone: whoever waits is told. */
  drop(): void;
}

interface Waiting {
  readonly command: string;
  readonly storage: NewlandStorage;
  /** Something was heard: the silence begins anew. */
  readonly heard: () => void;
  readonly settle: (result: Result<NewlandWord, NewlandFailure>) => void;
}

export function createNewlandHost({ wire, clock, log }: { wire: Wire; clock: Clock; log: Log }): NewlandHost {
  let waiting: Waiting | undefined;
  /** From the first failure on nothing more is sent: what still waits its turn must not reach a scanner given up. */
  let failed: NewlandFailure | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const exchange = (
    { command, storage = 'temporary', silenceMs = NEWLAND_SILENCE_LIMIT_MS }: NewlandCommand,
    deadlineMs: number,
  ): Promise<Result<NewlandWord, NewlandFailure>> => {
    const leftMs = deadlineMs - clock.now();
    if (failed) return Promise.resolve(err(failed));
    if (leftMs <= 0) return Promise.resolve(err('noReply'));
    return new Promise((resolve) => {
      const expire = (): void => {
        failed ??= 'noReply';
        mine.settle(err('noReply'));
      };
      const cancelDeadline = clock.after(leftMs, expire);
      let cancelSilence = clock.after(silenceMs, expire);
      const mine: Waiting = {
        command,
        storage,
        heard() {
          cancelSilence();
          cancelSilence = clock.after(silenceMs, expire);
        },
        settle(result) {
          if (waiting === mine) waiting = undefined;
          cancelSilence();
          cancelDeadline();
          resolve(result);
        },
      };
      waiting = mine;
      // A write that fails ends the wire, and so the exchange.
      void wire.write(encodeNewland(command, storage));
    });
  };

  return {
    ask(command) {
      const deadlineMs = clock.now() + NEWLAND_REPLY_LIMIT_MS;
      const answer = turn.then(() => exchange(command, deadlineMs));
      turn = answer;
      return answer;
    },
    take(reply) {
      if (waiting && answersNewland(reply, waiting.command, waiting.storage)) {
        waiting.settle(ok(reply.word));
        return true;
      }
      log('wire-refused', { device: 'scanner', reason: 'stale' });
      return false;
    },
    heard() {
      waiting?.heard();
    },
    drop() {
      failed ??= 'portGone';
      waiting?.settle(err('portGone'));
    },
  };
}
