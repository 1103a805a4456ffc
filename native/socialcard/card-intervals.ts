/** A card is called unreadable after so many tries. */
export const TRIES_BEFORE_FAILED = 2;
/** Between two tries: longer than pcscd's look at the slot (400 ms), so that a card pulled out is seen to be gone first. */
export const RETRY_INTERVAL_MS = 600;
/** Between two looks while nothing happens; each is also a sign of life of pcscd. */
export const LOOK_INTERVAL_MS = 1_000;
