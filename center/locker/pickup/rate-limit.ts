/** Counts per key (an address) in a window of fixed length; remembers a bounded number of keys. */
export interface RateLimit {
  /** Whether the key has used up what it is allowed in the present window. */
  exhausted(key: string): boolean;
  count(key: string): void;
  /** Of all keys in the present window. */
  total(): number;
}

/** More keys than this in one window are one key together: somebody has many addresses. */
const MOST_KEYS = 10_000;
const EVERYBODY_ELSE = '*';

export function rateLimit(allowed: number, windowMs: number, nowMs: () => number = Date.now): RateLimit {
  let windowStart = nowMs();
  let counts = new Map<string, number>();
  const present = (): Map<string, number> => {
    const elapsed = nowMs() - windowStart;
    if (elapsed >= windowMs || elapsed < 0) {
      windowStart = nowMs();
      counts = new Map();
    }
    return counts;
  };
  const keyOf = (key: string): string => (counts.has(key) || counts.size < MOST_KEYS ? key : EVERYBODY_ELSE);
  return {
    exhausted: (key) => (present().get(keyOf(key)) ?? 0) >= allowed,
    count(key) {
      const own = present();
      own.set(keyOf(key), (own.get(keyOf(key)) ?? 0) + 1);
    },
    total: () => [...present().values()].reduce((sum, each) => sum + each, 0),
  };
}
