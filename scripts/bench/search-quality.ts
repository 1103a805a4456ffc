import type { Finder } from './search-finders.ts';
import type { BenchQuery } from './search-queries.ts';

/**
 * Of what the plain scan finds how much is found (recall), and of what is found how much the plain scan finds too
 * (precision); mean over the queries, to which an answer without anything counts as precise.
 */
export function qualityOf(queries: readonly BenchQuery[], find: Finder): string {
  let recall = 0;
  let precision = 0;
  for (const { text, right } of queries) {
    const found = find(text);
    const both = found.filter((code) => right.has(code)).length;
    recall += right.size === 0 ? 1 : both / right.size;
    precision += found.length === 0 ? 1 : both / found.length;
  }
  return `R ${(recall / queries.length).toFixed(2)} P ${(precision / queries.length).toFixed(2)}`;
}
