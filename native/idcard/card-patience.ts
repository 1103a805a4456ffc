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
