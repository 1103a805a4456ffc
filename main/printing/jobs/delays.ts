/** Every wait of a print, milliseconds. */
export const PRINT_DELAYS = {
  /** Between two questions to the printer about a job. */
  POLL_INTERVAL_MS: 200,
  /** Between two attempts to give a job to a printer that does not take it. */
  CREATE_RETRY_INTERVAL_MS: 500,
  /** No page in this time and no reason given: the printer is called stopped. */
  STALL_LIMIT_MS: 60_000,
  /** More time for every page that is still to come, for printers that do not count. */
  STALL_PER_PAGE_MS: 5_000,
  /** A print that is held up is given up after this time, though nobody asked for it. */
  HELD_UP_LIMIT_MS: 15 * 60_000,
  /** After a cancel: until the printer must have said how the job ended. */
  CANCEL_LIMIT_MS: 6_000,
  /** At start: first and longest wait before an unreachable printer is asked again. */
  SETTLE_FIRST_RETRY_MS: 1_000,
  SETTLE_LONGEST_RETRY_MS: 60_000,
  /** Prints that could not be settled by then are left for the next start. */
  SETTLE_LIMIT_MS: 60 * 60_000,
} as const;

/** Injected, so that a test can shorten what it does not look at. */
export type PrintDelays = { readonly [K in keyof typeof PRINT_DELAYS]: number };
