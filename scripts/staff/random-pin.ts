import { randomInt } from 'node:crypto';

const PIN_DIGITS = 6;
/** What is tried first, and what is seen over a shoulder at once. */
const RUNS = ['01234567890', '09876543210'] as const;

/** Six random digits; not one that is all the same, or runs up or down. */
export function randomPin(): string {
  for (;;) {
    const pin = String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0');
    const isPlain = new Set(pin).size === 1 || RUNS.some((run) => run.includes(pin));
    if (!isPlain) return pin;
  }
}
