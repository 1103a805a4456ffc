import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import { attemptCard, type PhotoUse } from './card-attempt.ts';
import { type ContinuousReading, createCheapLook, detectCard, isLinkFailure } from './card-detect.ts';
import { createCardStory, type Settled, type Trying } from './card-story.ts';
import type { SdtDriver, SdtFailure } from './driver.ts';
import type { IdCardEvent } from './reader.ts';

/** A card is gone after so many looks in a row that did not see it: one miss is a hand that trembles. */
export const REMOVAL_MISSES = 2;
/** A card is called unreadable after so many tries while it lay there; the tries go on. */
export const TRIES_BEFORE_FAILED = 2;
/** Between further tries, milliseconds. */
export const RETRY_INTERVAL_MS = 300;
/** A card that was read and now cannot be, so many looks in a row, counts as another card. */
export const UNCLEAR_LOOKS = 3;

/**
 * A module that can only find: so long after a reading, milliseconds, an answer to find is taken for the same card. After
 * that the card is read again, for hands could have changed it between two looks.
 */
export const FIND_TRUSTED_MS = 3000;
export interface Round {
  /** When to look again. */
  readonly waitMs: number;
  /** The link needs recovery first. */
  readonly failure?: SdtFailure;
}

/** What lies on the reader, found out one look at a time; it outlives the wires it looks through. */
export interface CardWatch {
  isPresent(): boolean;
  look(driver: SdtDriver): Promise<Round>;
}

export interface CardWatchSettings {
  readonly clock: Clock;
  readonly log: Log;
  readonly mode: ContinuousReading;
  readonly pollIntervalMs: number;
  readonly emit: (event: IdCardEvent) => void;
  readonly photos?: PhotoUse | undefined;
}

export function createCardWatch({ clock, log, mode, pollIntervalMs, emit, photos }: CardWatchSettings): CardWatch {
  const story = createCardStory(clock, log, emit);
  /** Something may have happened that was not seen: what lies there must prove which card it is. */
  let doubt = true;
  let provenAtMs = 0;
  const cheapLook = createCheapLook();

  const again: Round = { waitMs: pollIntervalMs };
  const broken = (failure: SdtFailure): Round => {
    doubt = true;
    return { waitMs: 0, failure };
  };
  const missed = (card: Trying | Settled): Round => {
    card.misses += 1;
    if (card.misses >= REMOVAL_MISSES) story.removed();
    return again;
  };

  const tryCard = async (driver: SdtDriver, card: Trying): Promise<Round> => {
    const attempt = await attemptCard(driver, clock.date(), photos);
    if (attempt.type !== 'failed') {
      doubt = false;
      provenAtMs = clock.now();
      story.settled(card, attempt);
      return again;
    }
    card.tries += 1;
    if (isLinkFailure(attempt.failure)) return broken(attempt.failure);
    if (attempt.failure.kind === 'status') story.refusedWith(attempt.failure.byte);
    return { waitMs: card.tries > TRIES_BEFORE_FAILED ? RETRY_INTERVAL_MS : 0 };
  };
  const lookForCard = async (driver: SdtDriver): Promise<Round> => {
    const seen = await detectCard(driver, mode, doubt);
    if (seen.type === 'link') return broken(seen.failure);
    if (seen.type !== 'unclear') doubt = false;
    return seen.type === 'found' || seen.type === 'still' ? tryCard(driver, story.presented()) : again;
  };
  const lookAtUnread = async (driver: SdtDriver, card: Trying): Promise<Round> => {
    const seen = await detectCard(driver, mode, true);
    if (seen.type === 'link') return broken(seen.failure);
    if (seen.type === 'none') return missed(card);
    card.misses = 0;
    if (card.tries >= TRIES_BEFORE_FAILED) story.unreadable(card);
    return tryCard(driver, card);
  };
  const lookAtKnown = async (driver: SdtDriver, card: Settled): Promise<Round> => {
    const cheap = await cheapLook.look(driver);
    if (cheap.type === 'link') return broken(cheap.failure);
    if (cheap.type === 'still') return same(card);
    const seen = await detectCard(driver, mode, true);
    if (seen.type === 'link') return broken(seen.failure);
    if (seen.type === 'none') return missed(card);
    if (seen.type === 'unclear') return again;
    const fresh = !cheapLook.isPossible() && clock.now() - provenAtMs < FIND_TRUSTED_MS;
    if (!doubt && (seen.type === 'still' || (mode === 'repeats' && fresh))) return same(card);
    if (!doubt && mode === 'once') {
      story.removed();
      return tryCard(driver, story.presented());
    }
    return compare(driver, card);
  };
  const same = (card: Settled): Round => {
    card.misses = 0;
    card.unclear = 0;
    doubt = false;
    return again;
  };
  const proven = (card: Settled): Round => {
    provenAtMs = clock.now();
    return same(card);
  };
  /** A card answers, and it is not certain which: only reading it again tells. */
  const compare = async (driver: SdtDriver, card: Settled): Promise<Round> => {
    const attempt = await attemptCard(driver, clock.date());
    if (attempt.type !== 'failed') {
      if (attempt.mark === card.mark) return proven(card);
      story.removed();
      const other = story.presented();
      // Read once more, with its picture this time.
      if (photos) return { waitMs: 0 };
      story.settled(other, attempt);
      doubt = false;
      return again;
    }
    if (isLinkFailure(attempt.failure)) return broken(attempt.failure);
    card.unclear += 1;
    if (card.unclear < UNCLEAR_LOOKS) return again;
    story.removed();
    story.presented();
    return again;
  };

  return {
    isPresent: () => story.lying().phase !== 'absent',
    look(driver) {
      const lying = story.lying();
      if (lying.phase === 'absent') return lookForCard(driver);
      return lying.phase === 'trying' ? lookAtUnread(driver, lying) : lookAtKnown(driver, lying);
    },
  };
}
