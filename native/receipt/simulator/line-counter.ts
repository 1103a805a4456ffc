/** Counts lines as they are begun and calls what waits for one. */
export interface LineCounter {
  count(): void;
  /** Calls once, when `lines` lines in all were begun and the next begins; answers how to cancel. */
  at(lines: number, call: () => void): () => void;
  total(): number;
}

export function createLineCounter(): LineCounter {
  const waiting = new Set<{ readonly lines: number; readonly call: () => void }>();
  let total = 0;
  return {
    count() {
      const begun = total;
      total += 1;
      for (const entry of [...waiting].filter(({ lines }) => lines <= begun)) {
        waiting.delete(entry);
        entry.call();
      }
    },
    at(lines, call) {
      const entry = { lines, call };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    total: () => total,
  };
}
