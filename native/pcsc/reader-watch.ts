import { ok, type Result } from '../../contract/result.ts';
import type { Connection } from './connection.ts';
import type { LinkFailure } from './failure.ts';
import { encodeReadersState, encodeStopWaiting, encodeWait, REPLY_BYTES } from './messages.ts';
import { decodeReaderStates, type ReaderState, sameStates } from './reader-states.ts';

/**
 * Waiting for a card or a reader to come or go. pcscd answers the wait at once with the readers as they are, and later with
 * one notice: either because something changed, or because it was told to stop. There is exactly one notice for each wait,
 * so it is always taken before anything else is asked; a notice that crosses with our stop is that one.
 */
export interface ReaderWatch {
  changed(seen: readonly ReaderState[], limitMs: number): Promise<Result<readonly ReaderState[], LinkFailure>>;
  interrupt(): void;
}

export function createReaderWatch(connection: Connection, answerLimitMs: number): ReaderWatch {
  let interrupted: (() => void) | undefined;

  const states = async (request: Uint8Array): Promise<Result<readonly ReaderState[], LinkFailure>> => {
    const reply = await connection.ask(request, REPLY_BYTES.readersState, answerLimitMs);
    return reply.ok ? ok(decodeReaderStates(reply.value)) : reply;
  };

  return {
    async changed(seen, limitMs) {
      const now = await states(encodeWait());
      if (!now.ok) return now;
      const notice = connection.read(REPLY_BYTES.changeNotice);
      const interrupt = new Promise<undefined>((resolve) => {
        interrupted = () => resolve(undefined);
      });
      const early = sameStates(seen, now.value)
        ? await connection.within(Promise.race([notice, interrupt]), limitMs)
        : undefined;
      interrupted = undefined;
      if (early === undefined) {
        const stopped = await connection.send(encodeStopWaiting());
        if (!stopped.ok) return stopped;
      }
      const told = early ?? (await connection.within(notice, answerLimitMs));
      if (told === undefined) {
        return { ok: false, error: connection.fail({ kind: 'silent', limitMs: answerLimitMs }) };
      }
      if (!told.ok) return told;
      return early === undefined ? now : states(encodeReadersState());
    },
    interrupt: () => interrupted?.(),
  };
}
