import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { LinkFailure } from '../pcsc/failure.ts';
import type { ReaderState } from '../pcsc/reader-states.ts';
import type { CardAttempt } from './card-attempt.ts';
import { LOOK_INTERVAL_MS, RETRY_INTERVAL_MS, TRIES_BEFORE_FAILED } from './card-intervals.ts';
import type { SocialCardEvent, SocialCardFailure } from './reader.ts';

export interface Round {
  /** When to look again, unless something changes before. */
  readonly waitMs: number;
  /** For a technician; absent: nothing was learnt. */
  readonly evidence?: string;
  readonly failure?: LinkFailure;
}

/** What is in the slot, found out one look at a time; it outlives the connections it looks through. */
export interface CardSlot {
  /** A card is in the slot as far as is known. */
  occupied(): boolean;
  /** The slot was out of sight: what is in it must prove which card it is. */
  lostSight(): void;
  look(reader: ReaderState, attempt: () => Promise<CardAttempt>): Promise<Round>;
}

type Content =
  | { readonly phase: 'empty' }
  | { readonly phase: 'trying'; readonly counter: number; readonly sinceMs: number; tries: number }
  /** Read (`mark` tells it from another card), or known to be of no use. */
  | { readonly phase: 'settled'; readonly counter: number; readonly mark: string | undefined };

type Trying = Extract<Content, { phase: 'trying' }>;

export interface CardSlotSettings {
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: (event: SocialCardEvent) => void;
  readonly onRetry: () => void;
}

export function createCardSlot({ clock, log, emit, onRetry }: CardSlotSettings): CardSlot {
  let content: Content = { phase: 'empty' };
  let doubt = false;
  /** Looks in a row at a card in doubt that could not read it. */
  let unclear = 0;

  const fail = (code: SocialCardFailure): void => {
    log('card-read-failed', { code });
    emit({ type: 'failed', code });
  };
  const settle = (counter: number, mark: string | undefined): void => {
    content = { phase: 'settled', counter, mark };
    doubt = false;
    unclear = 0;
  };
  const presented = (counter: number): Trying => {
    const trying: Trying = { phase: 'trying', counter, sinceMs: clock.now(), tries: 0 };
    content = trying;
    doubt = false;
    emit({ type: 'presented' });
    return trying;
  };
  const removed = (): void => {
    if (content.phase === 'trying') fail('socialCard.removedEarly');
    content = { phase: 'empty' };
    log('card-removed');
    emit({ type: 'removed' });
  };
  const read = (result: Extract<CardAttempt, { type: 'card' }>, counter: number, sinceMs: number): Round => {
    settle(counter, result.mark);
    const elapsedMs = Math.round(clock.now() - sinceMs);
    log('card-read-complete', { cardKind: 'social', elapsedMs, replacedCharacters: result.replacedCharacters });
    emit({ type: 'read', card: result.card });
    return { waitMs: LOOK_INTERVAL_MS, evidence: `card read in ${elapsedMs} ms` };
  };

  const tryCard = async (trying: Trying, attempt: () => Promise<CardAttempt>): Promise<Round> => {
    content = trying;
    if (trying.tries > 0) onRetry();
    const result = await attempt();
    if (result.type === 'link') return { waitMs: 0, failure: result.failure };
    if (result.type === 'card') return read(result, trying.counter, trying.sinceMs);
    trying.tries += 1;
    const { evidence } = result;
    // One more look before anything is said: the card may have been pulled out in the middle.
    if (result.type === 'failed') return { waitMs: RETRY_INTERVAL_MS, evidence };
    settle(trying.counter, undefined);
    fail('socialCard.unsupported');
    return { waitMs: LOOK_INTERVAL_MS, evidence };
  };
  /** Some card is there, after a time out of sight: is it the one from before? */
  const compare = async (
    mark: string | undefined,
    counter: number,
    attempt: () => Promise<CardAttempt>,
  ): Promise<Round> => {
    const result = await attempt();
    if (result.type === 'link') return { waitMs: 0, failure: result.failure };
    const sameCard = result.type === 'card' ? result.mark === mark : mark === undefined;
    if (sameCard) {
      settle(counter, mark);
      return { waitMs: LOOK_INTERVAL_MS, evidence: 'the card from before is still there' };
    }
    if (result.type === 'failed' && unclear + 1 < TRIES_BEFORE_FAILED) {
      unclear += 1;
      return { waitMs: RETRY_INTERVAL_MS, evidence: result.evidence };
    }
    removed();
    unclear = 0;
    presented(counter);
    return result.type === 'card'
      ? read(result, counter, clock.now())
      : { waitMs: RETRY_INTERVAL_MS, evidence: result.evidence };
  };

  return {
    occupied: () => content.phase !== 'empty',
    lostSight() {
      doubt = content.phase !== 'empty';
    },
    async look({ card, eventCounter: counter }, attempt) {
      if (card === 'unknown') {
        doubt = content.phase !== 'empty';
        return { waitMs: LOOK_INTERVAL_MS, evidence: 'the reader does not know its slot' };
      }
      if (card === 'absent') {
        if (content.phase !== 'empty') removed();
        doubt = false;
        return { waitMs: LOOK_INTERVAL_MS, evidence: 'slot empty' };
      }
      // Within one sight of the slot the counter tells cards apart, even if nobody saw it empty in between.
      if (!doubt && content.phase !== 'empty' && content.counter !== counter) removed();
      if (content.phase === 'empty') return tryCard(presented(counter), attempt);
      if (content.phase === 'trying') {
        doubt = false;
        const trying = { ...content, counter };
        if (trying.tries < TRIES_BEFORE_FAILED) return tryCard(trying, attempt);
        settle(counter, undefined);
        fail('socialCard.unreadable');
        return { waitMs: LOOK_INTERVAL_MS };
      }
      if (doubt) return compare(content.mark, counter, attempt);
      return { waitMs: LOOK_INTERVAL_MS };
    },
  };
}
