import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import type { CardAttempt } from './card-attempt.ts';
import type { CardFailure, IdCardEvent } from './reader.ts';

/** What is known of the card that lies there. */
export type Lying =
  | { readonly phase: 'absent' }
  /** Not read so far; the tries go on while it lies there. */
  | { readonly phase: 'trying'; readonly sinceMs: number; tries: number; failedSaid: boolean; misses: number }
  /** Read, or known to be of no use. `mark` tells it from another card. */
  | { readonly phase: 'settled'; readonly mark: string; misses: number; unclear: number };

export type Trying = Extract<Lying, { phase: 'trying' }>;
export type Settled = Extract<Lying, { phase: 'settled' }>;

/** Tells the story of each card in order: presented → (failed | read) → removed, every part of it once. */
export interface CardStory {
  lying(): Lying;
  presented(): Trying;
  settled(card: Trying, attempt: Exclude<CardAttempt, { type: 'failed' }>): void;
  unreadable(card: Trying): void;
  /** The status byte that a failed try ended with, for the technician. */
  refusedWith(statusByte: number): void;
  removed(): void;
}

export function createCardStory(clock: Clock, log: Log, emit: (event: IdCardEvent) => void): CardStory {
  let lying: Lying = { phase: 'absent' };
  let statusByte: number | undefined;

  const fail = (code: CardFailure): void => {
    log('card-read-failed', { code, statusByte });
    emit({ type: 'failed', code });
  };
  return {
    lying: () => lying,
    presented() {
      const card: Trying = { phase: 'trying', sinceMs: clock.now(), tries: 0, failedSaid: false, misses: 0 };
      lying = card;
      statusByte = undefined;
      emit({ type: 'presented' });
      return card;
    },
    settled({ sinceMs, failedSaid }, attempt) {
      lying = { phase: 'settled', mark: attempt.mark, misses: 0, unclear: 0 };
      if (attempt.type === 'unusable') {
        statusByte = undefined;
        if (!failedSaid) fail(attempt.code);
        return;
      }
      const { card, images, replacedCharacters } = attempt;
      const elapsedMs = Math.round(clock.now() - sinceMs);
      log('card-read-complete', { cardKind: card.kind, elapsedMs, replacedCharacters });
      emit({ type: 'read', card, ...images });
    },
    unreadable(card) {
      if (card.failedSaid) return;
      card.failedSaid = true;
      fail('card.unreadable');
    },
    refusedWith(byte) {
      statusByte = byte;
    },
    removed() {
      if (lying.phase === 'trying' && !lying.failedSaid) fail('card.removedEarly');
      lying = { phase: 'absent' };
      log('card-removed');
      emit({ type: 'removed' });
    },
  };
}
