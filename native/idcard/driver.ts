import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { Wire } from '../transport/wire.ts';
import { SDT_COMMANDS, type SdtCommand } from './commands.ts';
import {
  beginExchange,
  type ExchangeFailure,
  type ExchangeInput,
  NEW_EXCHANGE,
  proofFor,
  stepExchange,
} from './exchange.ts';
import { createFrameParser, type FrameEvent } from './frame-parser.ts';
import { decodeReply, encodeRequest, MIN_REPLY_LENGTH, type SdtReply } from './frames.ts';
import { samIdText } from './sam-id.ts';
import { type SdtStatus, sdtStatus } from './status.ts';

/** No reply, or a reply that says no. */
export type SdtFailure =
  | { readonly kind: 'exchange'; readonly reason: ExchangeFailure }
  | { readonly kind: 'status'; readonly byte: number; readonly status: SdtStatus };

export interface BaseInformation {
  /** 256 bytes UTF-16LE, one of the four layouts. */
  readonly text: Uint8Array;
  /** 1024 bytes, compressed by a method that is not public; opaque here. */
  readonly photo: Uint8Array;
}

/** One method, one exchange; one at a time. Every answer comes within the command's deadline (`commands.ts`). */
export interface SdtDriver {
  /** After a failed exchange, and on a new wire: proves that no older reply is on its way. Other methods need it first. */
  resync(): Promise<Result<void, SdtFailure>>;
  samId(): Promise<Result<string, SdtFailure>>;
  findCard(): Promise<Result<void, SdtFailure>>;
  selectCard(): Promise<Result<void, SdtFailure>>;
  readBase(): Promise<Result<BaseInformation, SdtFailure>>;
  /** 追加地址: 70 bytes UTF-16LE; `undefined` when the card has none. */
  latestAddress(): Promise<Result<Uint8Array | undefined, SdtFailure>>;
  close(): Promise<void>;
}

export function createSdtDriver({ wire, clock, log }: { wire: Wire; clock: Clock; log: Log }): SdtDriver {
  const parser = createFrameParser(MIN_REPLY_LENGTH);
  let state = NEW_EXCHANGE;
  let heard = false;
  let settle: ((result: Result<SdtReply, ExchangeFailure>) => void) | undefined;

  const feed = (input: ExchangeInput): void => {
    const step = stepExchange(state, input);
    state = step.state;
    if (step.output?.type === 'replied') settle?.(ok(step.output.reply));
    else if (step.output?.type === 'failed') settle?.(err(step.output.reason));
    else if (step.output?.type === 'stale') log('wire-refused', { device: 'idCard', reason: 'stale' });
  };
  const take = (events: readonly FrameEvent[]): void => {
    for (const event of events) {
      if (event.type === 'discarded') log('wire-discarded', { device: 'idCard', bytes: event.bytes });
      else if (event.type === 'refused') refuse(event.reason);
      else {
        const reply = decodeReply(event.body);
        if (reply.ok) feed({ type: 'reply', reply: reply.value });
        else refuse(reply.error);
      }
    }
  };
  const refuse = (reason: string): void => {
    log('wire-refused', { device: 'idCard', reason });
    feed({ type: 'damaged' });
  };
  wire.onData((bytes) => {
    heard = true;
    take(parser.push(bytes));
  });
  wire.onClose(() => feed({ type: 'closed' }));

  const exchange = (command: SdtCommand): Promise<Result<SdtReply, ExchangeFailure>> => {
    if (state.phase === 'closed') return Promise.resolve(err('portGone'));
    state = beginExchange(state, command);
    heard = false;
    return new Promise((resolve) => {
      const expire = (): void => {
        feed({ type: 'deadline' });
        take(parser.flush());
      };
      let cancel = clock.after(command.silenceMs, () => {
        if (heard) cancel = clock.after(command.deadlineMs - command.silenceMs, expire);
        else expire();
      });
      settle = (result) => {
        settle = undefined;
        cancel();
        resolve(result);
      };
      // A write that fails ends the wire, and so the exchange.
      void wire.write(encodeRequest(command.cmd, command.para));
    });
  };

  const ask = async (command: SdtCommand): Promise<Result<Uint8Array, SdtFailure>> => {
    const replied = await exchange(command);
    if (!replied.ok) return err({ kind: 'exchange', reason: replied.error });
    const { status: byte, data } = replied.value;
    return byte === command.goodStatus ? ok(data) : err({ kind: 'status', byte, status: sdtStatus(byte) });
  };
  const confirm = async (command: SdtCommand): Promise<Result<void, SdtFailure>> => {
    const answer = await ask(command);
    return answer.ok ? ok(undefined) : answer;
  };

  return {
    async resync() {
      return confirm(state.phase === 'outOfStep' ? proofFor(state.owed) : SDT_COMMANDS.samStatus);
    },
    async samId() {
      const answer = await ask(SDT_COMMANDS.samId);
      return answer.ok ? ok(samIdText(answer.value)) : answer;
    },
    findCard: () => confirm(SDT_COMMANDS.findCard),
    selectCard: () => confirm(SDT_COMMANDS.selectCard),
    async readBase() {
      const answer = await ask(SDT_COMMANDS.readBase);
      return answer.ok ? ok({ text: answer.value.slice(4, 260), photo: answer.value.slice(260) }) : answer;
    },
    async latestAddress() {
      const answer = await ask(SDT_COMMANDS.latestAddress);
      if (answer.ok) return answer;
      return answer.error.kind === 'status' && answer.error.status.handling === 'empty' ? ok(undefined) : answer;
    },
    close: () => wire.close(),
  };
}
