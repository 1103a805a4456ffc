import type { Entry, PinyinIndex } from './dictionary.ts';
import type { Offer } from './offers.ts';

/** `a`, `e`, `o` alone are nearly always the beginning of something else. */
const SHORTEST_SPELLING = 2;
const LONGEST_SPELLING = 36;
/** Fewer, longer pieces are likelier. */
const COST_OF_PIECE = 6;

interface Path {
  readonly text: string;
  readonly size: number;
  readonly cost: number;
}

function extended(path: Path, entry: Entry): Path {
  return {
    text: path.text + entry.text,
    size: path.size + entry.size,
    cost: path.cost + entry.cost + COST_OF_PIECE,
  };
}

/**
 * Several words at once, for letters that are written out: `yangbenlu` → 样本路. As many letters as can be read, by the
 * likeliest words; undefined: none, or more characters than there is room for.
 */
export function sentence(index: PinyinIndex, letters: string, room: number): Offer | undefined {
  const paths: (Path | undefined)[] = [{ text: '', size: 0, cost: 0 }];
  let reached = 0;
  for (let from = 0; from < letters.length; from += 1) {
    const path = paths[from];
    if (!path) continue;
    for (let to = from + SHORTEST_SPELLING; to <= Math.min(letters.length, from + LONGEST_SPELLING); to += 1) {
      const entry = index.spelled(letters.slice(from, to));
      if (!entry || path.size + entry.size > room) continue;
      const next = extended(path, entry);
      const known = paths[to];
      if (!known || next.cost < known.cost) paths[to] = next;
      reached = Math.max(reached, to);
    }
  }
  const whole = paths[reached];
  return whole && reached > 0 ? { text: whole.text, letters: reached } : undefined;
}
