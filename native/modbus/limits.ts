/** From the request to its reply; boards answer within some 50 ms. */
export const REPLY_LIMIT_MS = 300;
/** Silence before a request. The standard wants 3.5 characters, 4 ms at 9600 bit/s; clones want far more. */
export const GAP_MS = 50;
/** On a line that is never silent a request waits no longer than this, and is not sent. */
export const GAP_LIMIT_MS = 500;
/** After so long without a byte nothing older can come; longer than the reply limit by as much again. */
export const QUIET_MS = 600;
export const QUIET_LIMIT_MS = 1_500;
