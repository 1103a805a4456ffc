import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import { attemptCard, type PhotoUse } from './card-attempt.ts';
import { type ContinuousReading, createCheapLook, detectCard, isLinkFailure } from './card-detect.ts';
import {
  FIND_TRUSTED_MS,
  REMOVAL_MISSES,
  RETRY_INTERVAL_MS,
  TRIES_BEFORE_FAILED,
  UNCLEAR_LOOKS,
} from './card-patience.ts';
import { createCardStory, type Settled, type Trying } from './card-story.ts';
import type { SdtDriver, SdtFailure } from './driver.ts';
import type { IdCardEvent } from './reader.ts';

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
  // What the module has selected is the card that was read, and a cheap look is about that one. Not so after a find: it and
  // the select behind it may have gone to another card, whose reading then failed.
  let selectedIsRead = false;

  const again: Round = { waitMs: pollIntervalMs };
  const broken = (failure: SdtFailure): Round => {
    doubt = true;
    return { waitMs: 0, failure };
  };
  /** The card that the story speaks of was read just now. */
  const proven = (): Round => {
    doubt = false;
    selectedIsRead = true;
    provenAtMs = clock.now();
    return again;
  };
  const missed = (card: Trying | Settled): Round => {
    card.misses += 1;
    if (card.misses >= REMOVAL_MISSES) story.removed();
    return again;
  };

  const tryCard = async (driver: SdtDriver, card: Trying): Promise<Round> => {
    const attempt = await attemptCard(driver, clock.date(), photos);
    if (attempt.type !== 'failed') {
      story.settled(card, attempt);
      return proven();
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
    if (selectedIsRead) {
      const cheap = await cheapLook.look(driver);
      if (cheap.type === 'link') return broken(cheap.failure);
      if (cheap.type === 'still') return same(card);
    }
    selectedIsRead = false;
    const seen = await detectCard(driver, mode, true);
    if (seen.type === 'link') return broken(seen.failure);
    // One look without it, which may take a module a second, is time enough to put another: find alone proves nothing now.
    if (seen.type === 'none' || seen.type === 'unclear') provenAtMs = Number.NEGATIVE_INFINITY;
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
  /** A card answers, and it is not certain which: only reading it again tells. */
  const compare = async (driver: SdtDriver, card: Settled): Promise<Round> => {
    const attempt = await attemptCard(driver, clock.date());
    if (attempt.type !== 'failed') {
      if (attempt.mark === card.mark) {
        same(card);
        return proven();
      }
      story.removed();
      const other = story.presented();
      // Read once more, with its picture this time.
      if (photos) return { waitMs: 0 };
      story.settled(other, attempt);
      return proven();
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
