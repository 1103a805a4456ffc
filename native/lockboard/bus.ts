import { err, ok, type Result } from '../../contract/result.ts';
import type { BoardProtocol, BoardReply, BoardRequest } from './board-protocol.ts';
import { type BusLineSettings, createBusLine, type ExchangeFailure } from './bus-line.ts';
import type { LockPulses, UnlockSent } from './lock-pulses.ts';

export type BoardLines = Extract<BoardReply, { kind: 'lines' }>;

/**
 * A line with boards: one transaction at a time, one lock under current at a time.
 *
 * Late replies. Nothing on these lines carries a number, so after a missing reply the next one may be the old one. Where the
 * family has a proof, the board is then *out of step*: before anything else it is asked something whose answer cannot be
 * the owed one, and because a board answers in order, once that is answered nothing older can follow. Where the family has
 * none, and where a proof itself was not answered, for its late answer would pass for that to the next, the whole line keeps
 * quiet for longer than a board takes (`QUIET_MS`), and what comes meanwhile is stale.
 */
export interface LockerBus {
  /** The lines of channels 0 to `channels` − 1 as they are now. Never `expired` without `notAfterMs`. */
  query(address: number, channels: number, notAfterMs?: number): Promise<Result<BoardLines, ExchangeFailure>>;
  /**
   * Sends one unlock frame, once, and answers when: from then on the door may open, whatever the board says or does not say.
   * `look` is run when it is this lock's turn, directly before; any reason that it answers keeps the frame from being sent.
   */
  unlock<Reason extends string = never>(
    address: number,
    channel: number,
    notAfterMs: number,
    look?: () => Promise<Reason | undefined>,
  ): Promise<Result<UnlockSent, ExchangeFailure | Reason>>;
  isOpen(): boolean;
  close(): Promise<void>;
}

export interface LockerBusSettings extends BusLineSettings {
  readonly pulses: LockPulses;
}

export function createLockerBus(settings: LockerBusSettings): LockerBus {
  const { protocol, pulses } = settings;
  const line = createBusLine(settings);
  const inTurn = createTurns();
  /** Boards that are out of step, with the last request they did not answer. */
  const owed = new Map<number, BoardRequest>();
  // What was asked on the wire before this one may still be answered.
  line.keepQuiet();

  const failed = (failure: ExchangeFailure | undefined, address: number, request: BoardRequest): void => {
    if (failure !== 'noReply' && failure !== 'badReply') return;
    const proof = protocol.proof?.(request, address);
    if (!proof || owed.has(address)) line.keepQuiet();
    if (proof) owed.set(address, request);
  };
  const backInStep = async (address: number, notAfterMs?: number): Promise<ExchangeFailure | undefined> => {
    const proof = proofFor(protocol, owed.get(address), address);
    if (!proof) return undefined;
    const outcome = await line.exchange(proof, { notAfterMs });
    if ('failure' in outcome) {
      failed(outcome.failure, address, proof);
      return outcome.failure;
    }
    owed.delete(address);
    return undefined;
  };

  const sendUnlock = async (
    address: number,
    channel: number,
    notAfterMs: number,
  ): Promise<Result<UnlockSent, ExchangeFailure>> => {
    const request = protocol.unlock(address, channel);
    const outcome = await line.exchange(request, { notAfterMs });
    const failure = 'failure' in outcome ? outcome.failure : undefined;
    failed(failure, address, request);
    // Written is written: a wire that then failed may have carried it.
    if (outcome.writtenAtMs !== undefined) return ok({ sentAtMs: outcome.writtenAtMs });
    return err(failure ?? 'portGone');
  };

  return {
    query: (address, channels, notAfterMs) =>
      inTurn(async () => {
        const outOfStep = await backInStep(address, notAfterMs);
        if (outOfStep) return err(outOfStep);
        const request = protocol.query(address, channels);
        const outcome = await line.exchange(request, { notAfterMs });
        if ('failure' in outcome) {
          failed(outcome.failure, address, request);
          return err(outcome.failure);
        }
        const { reply } = outcome;
        return reply?.kind === 'lines' ? ok(reply) : err('noReply');
      }),
    unlock: <Reason extends string>(
      address: number,
      channel: number,
      notAfterMs: number,
      look?: () => Promise<Reason | undefined>,
    ) =>
      pulses.inTurn(protocol.pulseMs, async (): Promise<Result<UnlockSent, ExchangeFailure | Reason>> => {
        const reason = await look?.();
        return reason === undefined ? inTurn(() => sendUnlock(address, channel, notAfterMs)) : err(reason);
      }),
    isOpen: line.isOpen,
    close: line.close,
  };
}

function proofFor(protocol: BoardProtocol, owed: BoardRequest | undefined, address: number): BoardRequest | undefined {
  return owed && protocol.proof?.(owed, address);
}

/** One after the other, in the order they came. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = tail.then(work);
    tail = mine;
    return mine;
  };
}
