import { BREAK, type View } from './view.ts';

/**
 * For each half; bounds the time where names are very many. A catalogue of 4,000 items has no letter at more places, so
 * there nothing is missed.
 */
const MOST_PLACES = 50_000;

/**
 * Where the query stands with one letter missing, too many, wrong, or two exchanged: `from`–`to` in the view's text, at
 * the beginning of a character. One edit leaves the first or the second half of the query whole, so that must be found
 * exactly; the letter between the halves belongs to neither, or two letters exchanged in the middle would break both.
 */
export function eachOneEdit(view: View, query: string, take: (from: number, to: number) => void): void {
  const half = (query.length - 1) >> 1;
  let left = MOST_PLACES;
  const look = (from: number): void => {
    if (!view.beginsCharacter(from)) return;
    const to = endOfOneEdit(view.text, from, query);
    if (to > from) take(from, to);
  };
  view.each(query.slice(0, half), (at) => {
    look(at);
    return --left > 0;
  });
  left = MOST_PLACES;
  view.each(query.slice(half + 1), (at) => {
    const from = at - half - 1;
    look(from);
    look(from + 1);
    look(from - 1);
    return --left > 0;
  });
}

/** Where a text that begins at `from` and differs from the query by at most one edit ends; -1: it differs by more. */
export function endOfOneEdit(text: string, from: number, query: string): number {
  const same = agreement(text, from, query, 0);
  if (same === query.length) return from + same;
  const at = from + same;
  const here = text.charAt(at);
  const inside = here !== '' && here !== BREAK;
  const ends = (textAt: number, queryAt: number): number =>
    queryAt + agreement(text, textAt, query, queryAt) === query.length ? textAt + query.length - queryAt : -1;
  const swapped = inside && here === query.charAt(same + 1) && text.charAt(at + 1) === query.charAt(same);
  return Math.max(
    swapped ? ends(at + 2, same + 2) : -1,
    inside ? ends(at + 1, same + 1) : -1,
    ends(at, same + 1),
    inside ? ends(at + 1, same) : -1,
  );
}

/** How many characters agree from these places on. */
function agreement(text: string, textAt: number, query: string, queryAt: number): number {
  let count = 0;
  while (queryAt + count < query.length && text.charCodeAt(textAt + count) === query.charCodeAt(queryAt + count))
    count++;
  return count;
}
