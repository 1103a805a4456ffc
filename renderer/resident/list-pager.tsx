import type { ReactElement } from 'react';
import { Pager } from '../ui/pager.tsx';
import type { Pages } from '../ui/use-pages.ts';
import { useView } from '../ui/view.ts';

/** Turns the pages of a list; nothing when there is one page only. */
export function ListPager({ pages }: { pages: Pages<unknown> }): ReactElement | null {
  const { words } = useView();
  if (pages.pages === 1) return null;
  return (
    <Pager
      previous={words.less}
      next={words.more}
      where={words.pageOf(pages.page, pages.pages)}
      atStart={pages.page === 1}
      atEnd={pages.page === pages.pages}
      onTurn={pages.turn}
    />
  );
}
