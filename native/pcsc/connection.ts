import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { Meter } from '../device/meter.ts';
import type { Wire } from '../transport/wire.ts';
import type { LinkFailure } from './failure.ts';
import { REPLY_BYTES } from './messages.ts';
import { createReplyReader } from './reply-reader.ts';

/**
 * One connection to pcscd: one question at a time, answered within its limit or never. A reply does not say what it answers,
 * so that whatever goes wrong ends the connection: a late reply then has nowhere to arrive, and none can pass for another.
 */
export interface Connection {
  /** Sends, then reads so many bytes. `data` says from them how many more belong to the reply (0: none). */
  ask(
    request: Uint8Array,
    replyBytes: number,
    limitMs: number,
    data?: (reply: Uint8Array) => number,
  ): Promise<Result<Uint8Array, LinkFailure>>;
  send(request: Uint8Array): Promise<Result<void, LinkFailure>>;
  /** Reads so many bytes without having asked. The wait goes on behind a limit that passed: `silent` ends nothing. */
  read(bytes: number): Promise<Result<Uint8Array, LinkFailure>>;
  /** Waits for what was begun with `read`, so long; `undefined`: not yet. */
  within<T>(pending: Promise<T>, limitMs: number): Promise<T | undefined>;
  /** Something is asked or waited for. */
  busy(): boolean;
  /** Ends the connection because of this. */
  fail(failure: LinkFailure): LinkFailure;
  close(): Promise<void>;
}

export interface ConnectionSettings {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly meter: Meter;
}

export function createConnection({ wire, clock, meter }: ConnectionSettings): Connection {
  let ended: LinkFailure | undefined;
  let reads = 0;
  let asks = 0;
  const onEnd = new Set<(failure: LinkFailure) => void>();
  const fail = (failure: LinkFailure): LinkFailure => {
    if (ended) return ended;
    ended = failure;
    if (failure.kind === 'silent') meter.unanswered();
    for (const call of onEnd) call(failure);
    void wire.close();
    return failure;
  };
  const reader = createReplyReader(REPLY_BYTES.readersState, (bytes) => {
    meter.discarded(bytes);
    fail({ kind: 'protocol', reason: 'pcscd sent what nobody asked for' });
  });
  wire.onData((chunk) => reader.push(chunk));
  wire.onClose(() => fail({ kind: 'closed' }));

  const read = (bytes: number): Promise<Result<Uint8Array, LinkFailure>> =>
    new Promise((resolve) => {
      if (ended) return resolve(err(ended));
      const end = (failure: LinkFailure): void => resolve(err(failure));
      onEnd.add(end);
      reads += 1;
      void reader.read(bytes).then((reply) => {
        reads -= 1;
        onEnd.delete(end);
        resolve(ok(reply));
      });
    });
  const within = <T>(pending: Promise<T>, limitMs: number): Promise<T | undefined> =>
    new Promise((resolve) => {
      const cancel = clock.after(limitMs, () => resolve(undefined));
      void pending.then((value) => {
        cancel();
        resolve(value);
      });
    });
  const send = async (request: Uint8Array): Promise<Result<void, LinkFailure>> => {
    if (ended) return err(ended);
    const written = await wire.write(request);
    return written.ok ? ok(undefined) : err(fail({ kind: 'closed' }));
  };
  const answered = async (
    replyBytes: number,
    data: (reply: Uint8Array) => number,
  ): Promise<Result<Uint8Array, LinkFailure>> => {
    const reply = await read(replyBytes);
    const more = reply.ok ? data(reply.value) : 0;
    if (!reply.ok || more === 0) return reply;
    const rest = await read(more);
    return rest.ok ? ok(Buffer.concat([reply.value, rest.value])) : rest;
  };
  const exchange = async (
    request: Uint8Array,
    replyBytes: number,
    limitMs: number,
    data: (reply: Uint8Array) => number,
  ): Promise<Result<Uint8Array, LinkFailure>> => {
    const askedAt = clock.now();
    // What lies here unasked for would be taken for the answer.
    if (reader.held() > 0) return err(fail({ kind: 'protocol', reason: 'pcscd sent what nobody asked for' }));
    const sent = await send(request);
    if (!sent.ok) return sent;
    const reply = await within(answered(replyBytes, data), limitMs);
    if (reply?.ok) meter.exchange(clock.now() - askedAt);
    else if (reply) meter.unanswered();
    return reply ?? err(fail({ kind: 'silent', limitMs }));
  };

  return {
    async ask(request, replyBytes, limitMs, data = () => 0) {
      // Of two at a time neither could be told its answer; it happens at a stop only, and then the connection may end.
      if (asks > 0 || reads > 0) return err(fail({ kind: 'closed' }));
      asks += 1;
      const answer = await exchange(request, replyBytes, limitMs, data);
      asks -= 1;
      return answer;
    },
    send,
    read,
    within,
    busy: () => asks > 0 || reads > 0,
    fail,
    async close() {
      fail({ kind: 'closed' });
    },
  };
}
