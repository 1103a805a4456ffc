import type { Acknowledgement, OutboxMessage } from '../../contract/gateway.ts';
import type { Log } from '../../contract/log-events.ts';
import type { Result } from '../../contract/result.ts';
import type { Clock } from '../../native/clock.ts';
import { type Db, read, write } from '../store/write.ts';
import type { DeliverFailure } from './deliver.ts';
import type { Outbox, OutboxHead } from './outbox.ts';
import { createPauses } from './pauses.ts';

/** After so many different topics failed in a row the fault is not theirs: the center gets a pause. */
export const FAILURES_BEFORE_PAUSE = 5;

/** Brings the outbox to the center in the background. Nobody waits for it. */
export interface Courier {
  /** Gives refused messages another chance and begins to deliver. */
  start(): void;
  /** There is a new message: deliver it now, even in a pause. */
  wake(): void;
  /** The center can be reached again: forget all pauses and deliver. */
  resume(): void;
  /** Gives refused messages another chance: what refused them, a proxy or an older center, may have been mended. */
  retryRefused(): void;
  /** Calls off the exchange under way; what was not acknowledged stays in the outbox. */
  stop(): Promise<void>;
}

export interface CourierOptions {
  readonly db: Db;
  readonly outbox: Outbox;
  readonly deliver: (
    key: string,
    message: OutboxMessage,
    signal: AbortSignal,
  ) => Promise<Result<Acknowledgement, DeliverFailure>>;
  readonly clock: Clock;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly log: Log;
  /** Runs in the commit that removes the message: erases what was on loan. */
  readonly onAcknowledged: (message: OutboxMessage) => void;
  /** Called when a pass has delivered something and nothing waits any more. */
  readonly onDrained?: () => void;
}

/** The center as a whole, beside the topics. */
const CENTER = Symbol('center');

export function createCourier(options: CourierOptions): Courier {
  const { db, outbox, deliver, clock, random, log, onAcknowledged, onDrained } = options;
  const ending = new AbortController();
  const pauses = createPauses<string | typeof CENTER>(clock, random);
  let isAwake = false;
  let passing: Promise<void> | undefined;
  let cancelTimer = (): void => undefined;

  const setAside = (head: OutboxHead, status: number | string): boolean => {
    log('sync-refused', { key: head.key, status });
    return write(db, log, () => outbox.setAside(head.sequence)).ok;
  };

  /** One message. `moved`: it has left the queue; `held`: its topic waits; `down`: the center or the disk is away. */
  const carry = async (head: OutboxHead): Promise<'moved' | 'held' | 'down'> => {
    const message = outbox.open(head);
    if (!message.ok) return setAside(head, message.error) ? 'moved' : 'down';
    const answer = await deliver(head.key, message.value, ending.signal);
    const attempts = pauses.failures(head.topic) + 1;
    if (answer.ok) {
      const removed = write(db, log, () => {
        outbox.remove(head.sequence);
        onAcknowledged(message.value);
      });
      if (!removed.ok) return 'down';
      pauses.forget(head.topic);
      log('sync-delivered', { key: head.key, attempts });
      return 'moved';
    }
    if (ending.signal.aborted) return 'down';
    if (answer.error.kind === 'refused') {
      pauses.forget(head.topic);
      return setAside(head, answer.error.status) ? 'moved' : 'down';
    }
    const { code } = answer.error;
    const until = pauses.failed(head.topic);
    log('sync-failed', { code, attempts, nextInMs: Math.round(until - clock.now()) });
    return code === 'center.unreachable' || code === 'center.timeout' ? 'down' : 'held';
  };

  /** Goes once through the heads, oldest first. Answers when to come again; undefined: nothing waits. */
  const pass = async (): Promise<number | undefined> => {
    let cursor = 0;
    let heldInARow = 0;
    let hasMoved = false;
    let comeAgainAt: number | undefined;
    while (!ending.signal.aborted) {
      const found = read(log, () => outbox.headAfter(cursor));
      if (!found.ok) return pauses.failed(CENTER);
      const head = found.value;
      if (head === undefined) {
        if (hasMoved && comeAgainAt === undefined) onDrained?.();
        return comeAgainAt;
      }
      cursor = head.sequence;
      const outcome = pauses.isPaused(head.topic) ? 'paused' : await carry(head);
      if (outcome === 'moved') {
        pauses.forget(CENTER);
        heldInARow = 0;
        hasMoved = true;
        continue;
      }
      if (outcome === 'held') heldInARow += 1;
      if (outcome === 'down' || heldInARow >= FAILURES_BEFORE_PAUSE) return pauses.failed(CENTER);
      const until = pauses.until(head.topic);
      comeAgainAt = Math.min(until, comeAgainAt ?? until);
    }
    return undefined;
  };

  const run = async (): Promise<void> => {
    cancelTimer();
    let comeAgainAt: number | undefined;
    while (isAwake && !ending.signal.aborted) {
      isAwake = false;
      comeAgainAt = await pass();
    }
    passing = undefined;
    if (comeAgainAt === undefined || ending.signal.aborted) return;
    cancelTimer = clock.after(Math.max(comeAgainAt - clock.now(), 0), wake);
  };

  function wake(): void {
    isAwake = true;
    if (!ending.signal.aborted) passing ??= run();
  }

  const resume = (): void => {
    pauses.forget();
    wake();
  };

  const retryRefused = (): void => {
    write(db, log, () => outbox.requeueRefused());
    wake();
  };

  return {
    start: retryRefused,
    retryRefused,
    wake,
    resume,
    async stop() {
      ending.abort();
      cancelTimer();
      await passing;
    },
  };
}
