import type { Log } from '../../contract/log-events.ts';
import type { Clock } from '../clock.ts';
import { attemptCard, isUnknownCommand } from './card-attempt.ts';
import { type ContinuousReading, detectCard, isLinkFailure } from './card-detect.ts';
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
}

export function createCardWatch({ clock, log, mode, pollIntervalMs, emit }: CardWatchSettings): CardWatch {
  const story = createCardStory(clock, log, emit);
  /** Something may have happened that was not seen: what lies there must prove which card it is. */
  let doubt = true;
  let hasCheapRead = true;

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
    const attempt = await attemptCard(driver, localDate(clock.date()));
    if (attempt.type !== 'failed') {
      doubt = false;
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
    if (hasCheapRead) {
      // Only the very card that was selected answers this, so an answer also settles every doubt.
      const cheap = await driver.latestAddress();
      if (cheap.ok) return same(card);
      if (isLinkFailure(cheap.error)) return broken(cheap.error);
      hasCheapRead = !isUnknownCommand(cheap.error);
    }
    const seen = await detectCard(driver, mode, true);
    if (seen.type === 'link') return broken(seen.failure);
    if (seen.type === 'none') return missed(card);
    if (seen.type === 'unclear') return again;
    if (!doubt && (seen.type === 'still' || (mode === 'repeats' && !hasCheapRead))) return same(card);
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
    const attempt = await attemptCard(driver, localDate(clock.date()));
    if (attempt.type !== 'failed') {
      if (attempt.mark === card.mark) return same(card);
      story.removed();
      story.settled(story.presented(), attempt);
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

/** The calendar day at the machine, `YYYY-MM-DD`. */
function localDate(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
