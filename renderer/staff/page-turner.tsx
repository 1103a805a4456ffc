import type { ReactElement } from 'react';
import { Pager } from '../ui/pager.tsx';
import { useStaffView } from './staff-view.ts';

/** Turns the pages of a list that the core cuts. */
export function PageTurner({ page, pages }: { page: number; pages: number }): ReactElement | null {
  const { words, send } = useStaffView();
  if (pages <= 1) return null;
  return (
    <Pager
      previous={words.previous}
      next={words.next}
      where={words.pageOf(page, pages)}
      atStart={page <= 1}
      atEnd={page >= pages}
      onTurn={(direction) => send({ type: 'page', page: page + direction })}
    />
  );
}
