import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import type { Wire } from '../transport/wire.ts';
import type { SdtCommand } from './commands.ts';
import { type Dialect, proofFor } from './dialect.ts';
import { beginExchange, type ExchangeFailure, type ExchangeInput, NEW_EXCHANGE, stepExchange } from './exchange.ts';
import { createFrameParser, type FrameEvent } from './frame-parser.ts';
import { decodeReply, encodeRequest, HEADER_BYTES, MIN_REPLY_LENGTH, type SdtReply } from './frames.ts';

/** Questions and answers on one wire: the exchange machine with its deadlines. */
export interface Conversation {
  /** One at a time, and in step: see `beginExchange`. */
  ask(command: SdtCommand): Promise<Result<SdtReply, ExchangeFailure>>;
  /** The command to ask next, or again, so that nothing older can follow. */
  proof(): SdtCommand;
}

export interface ConversationSettings {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly log: Log;
  readonly dialect: Dialect;
  /** Of a serial line: the commands' deadlines are made for 115,200 bit/s and grow on a slower one. */
  readonly baudRate?: number | undefined;
}

const DEADLINES_ARE_FOR_BAUD = 115_200;
const BITS_PER_BYTE = 10;

export function createConversation(settings: ConversationSettings): Conversation {
  const { wire, clock, log, dialect, baudRate = DEADLINES_ARE_FOR_BAUD } = settings;
  const parser = createFrameParser(MIN_REPLY_LENGTH, dialect.replyCheck);
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
        const reply = decodeReply(event.frame.body);
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

  const ask = (command: SdtCommand): Promise<Result<SdtReply, ExchangeFailure>> => {
    if (state.phase === 'closed') return Promise.resolve(err('portGone'));
    state = beginExchange(state, command, dialect);
    heard = false;
    return new Promise((resolve) => {
      const expire = (): void => {
        feed({ type: 'deadline' });
        take(parser.flush());
      };
      let cancel = clock.after(command.silenceMs, () => {
        const restMs = command.deadlineMs - command.silenceMs + extraLineMs(command, baudRate);
        if (heard) cancel = clock.after(restMs, expire);
        else expire();
      });
      settle = (result) => {
        settle = undefined;
        cancel();
        resolve(result);
      };
      // A write that fails ends the wire, and so the exchange.
      void wire.write(encodeRequest(command.cmd, command.para, dialect.requestCheck));
    });
  };

  return {
    ask,
    proof: () => proofFor(dialect, state.phase === 'outOfStep' ? state.owed : undefined),
  };
}

/** What a reply takes longer on a slow line than at the rate that the deadlines were made for, milliseconds. */
function extraLineMs({ dataBytes }: SdtCommand, baudRate: number): number {
  const frameBytes = HEADER_BYTES + MIN_REPLY_LENGTH + Math.max(...dataBytes);
  const lineMs = (rate: number): number => (frameBytes * BITS_PER_BYTE * 1000) / rate;
  return Math.max(0, lineMs(baudRate) - lineMs(DEADLINES_ARE_FOR_BAUD));
}
