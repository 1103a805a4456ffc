import { useState } from 'react';

export interface Pages<T> {
  readonly shown: readonly T[];
  readonly page: number;
  readonly pages: number;
  turn(direction: 1 | -1): void;
}

/** Splits a list into pages of at most `size`, so that nothing needs scrolling. */
export function usePages<T>(list: readonly T[], size: number): Pages<T> {
  const [wanted, setWanted] = useState(1);
  const pages = Math.max(1, Math.ceil(list.length / size));
  const page = Math.min(wanted, pages);
  return {
    shown: list.slice((page - 1) * size, page * size),
    page,
    pages,
    turn: (direction) => setWanted(Math.min(Math.max(page + direction, 1), pages)),
  };
}
