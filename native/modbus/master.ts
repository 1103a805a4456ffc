import type { DeviceName } from '../../contract/device-status.ts';
import type { Log } from '../../contract/log-events.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type Clock, sleep } from '../clock.ts';
import type { DecoderEvent } from '../transport/stream-decoder.ts';
import type { Wire } from '../transport/wire.ts';
import {
  beginExchange,
  type ExchangeInput,
  isUnanswered,
  type ModbusFailure,
  NEW_EXCHANGE,
  proofFor,
  stepExchange,
} from './exchange.ts';
import { GAP_LIMIT_MS, GAP_MS, QUIET_LIMIT_MS, QUIET_MS, REPLY_LIMIT_MS } from './limits.ts';
import { createReplyDecoder, FUNCTION, type ModbusReply } from './replies.ts';
import { type ModbusRequest, readCoils, readInputs } from './requests.ts';

/** What a proof reads; a board with fewer coils says so, which proves as much. */
const PROOF_BITS = 8;

/** One slave on a wire of its own. One exchange at a time; every answer within its limits. */
export interface ModbusMaster {
  /**
   * Sends the request when the line was silent, and waits for its answer. After an exchange without answer, and on a new wire,
   * it first makes sure that nothing older can be taken for it (`exchange.ts`). Never longer than
   * `QUIET_LIMIT_MS` + 2 × (`GAP_LIMIT_MS` + `REPLY_LIMIT_MS`). Throws when asked twice at once: a bug.
   */
  ask<Answer>(request: ModbusRequest<Answer>): Promise<Result<Answer, ModbusFailure>>;
  /** As before every request that needs it: whether the slave answers in order. */
  resync(): Promise<Result<void, ModbusFailure>>;
  close(): Promise<void>;
}

export interface ModbusMasterSettings {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly log: Log;
  readonly device: DeviceName;
  readonly address: number;
  /** Of the longest answer that will be asked for. */
  readonly maxDataBytes?: number;
}

export function createModbusMaster(settings: ModbusMasterSettings): ModbusMaster {
  const { wire, clock, log, device, address } = settings;
  const maxDataBytes = settings.maxDataBytes === undefined ? {} : { maxDataBytes: settings.maxDataBytes };
  const decoder = createReplyDecoder({ addresses: [address], ...maxDataBytes });
  let state = NEW_EXCHANGE;
  let busy = false;
  let heardAtMs = clock.now();
  let settle: ((result: Result<ModbusReply, ModbusFailure>) => void) | undefined;

  const feed = (input: ExchangeInput): void => {
    const step = stepExchange(state, input);
    state = step.state;
    if (step.output?.type === 'answered') settle?.(ok(step.output.reply));
    else if (step.output?.type === 'failed') settle?.(err(step.output.failure));
    else if (step.output?.type === 'stale') log('wire-refused', { device, reason: 'stale' });
  };
  const take = (events: readonly DecoderEvent<ModbusReply>[]): void => {
    for (const event of events) {
      if (event.type === 'frame') feed({ type: 'reply', reply: event.frame });
      else if (event.type === 'discarded') log('wire-discarded', { device, bytes: event.bytes });
      else log('wire-refused', { device, reason: event.reason });
    }
  };
  wire.onData((bytes) => {
    heardAtMs = clock.now();
    take(decoder.push(bytes));
  });
  wire.onClose(() => feed({ type: 'closed' }));

  /** Whether the line was silent for so long, within the limit. */
  const silence = async (silentMs: number, limitMs: number): Promise<boolean> => {
    const untilMs = clock.now() + limitMs;
    while (state.phase !== 'closed') {
      const leftMs = heardAtMs + silentMs - clock.now();
      if (leftMs <= 0) return true;
      if (clock.now() + leftMs > untilMs) return false;
      await sleep(clock, leftMs);
    }
    return false;
  };
  const unsent = (): Result<never, ModbusFailure> => err(state.phase === 'closed' ? 'portGone' : 'noReply');

  const exchange = async <Answer>(request: ModbusRequest<Answer>): Promise<Result<Answer, ModbusFailure>> => {
    if (!(await silence(GAP_MS, GAP_LIMIT_MS))) return unsent();
    // The end of a frame that never came whole; a good one behind it came before anybody asked.
    take(decoder.flush());
    state = beginExchange(state, request);
    const replied = await new Promise<Result<ModbusReply, ModbusFailure>>((resolve) => {
      const cancel = clock.after(REPLY_LIMIT_MS, () => {
        // The answer may be whole behind noise that began like a longer frame.
        take(decoder.flush());
        feed({ type: 'deadline' });
      });
      settle = (result) => {
        settle = undefined;
        cancel();
        resolve(result);
      };
      // A write that fails ends the wire, and so the exchange.
      void wire.write(request.frame);
    });
    heardAtMs = clock.now();
    if (!replied.ok) return replied;
    const answer = request.take(replied.value);
    return answer === undefined ? err('noReply') : ok(answer);
  };

  const getInStep = async (): Promise<Result<void, ModbusFailure>> => {
    if (state.phase !== 'outOfStep') return state.phase === 'closed' ? err('portGone') : ok(undefined);
    const proof = proofFor(state.owed);
    if (proof !== undefined) {
      const read = proof === FUNCTION.readCoils ? readCoils : readInputs;
      const proven = await exchange(read(address, 0, PROOF_BITS));
      if (proven.ok) return ok(undefined);
      return isUnanswered(proven.error) ? proven : ok(undefined);
    }
    if (!(await silence(QUIET_MS, QUIET_LIMIT_MS))) return unsent();
    take(decoder.flush());
    feed({ type: 'quiet' });
    return ok(undefined);
  };
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy) throw new Error('a slave is asked twice at once');
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
    }
  };

  return {
    ask: (request) =>
      alone(async () => {
        const inStep = await getInStep();
        return inStep.ok ? exchange(request) : inStep;
      }),
    resync: () => alone(getInStep),
    close: () => wire.close(),
  };
}
