/** Rows of a list on one page: as many as can be touched with gloves. */
export const ROWS_PER_PAGE = 8;

/** The rows of a page; a page that is not there any more (the list got shorter) is the last one. `page` counts from 1. */
export function pageOf<T>(all: readonly T[], wanted: number): { rows: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / ROWS_PER_PAGE));
  const page = Math.min(wanted, pages);
  return { rows: all.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE), page, pages };
}
