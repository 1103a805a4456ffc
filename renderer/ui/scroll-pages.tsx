import type { ReactElement } from 'react';
import { RowPages, type RowPagesProps } from './row-pages.tsx';
import { useView } from './view.ts';

export type ScrollPagesProps = Omit<RowPagesProps, 'words'>;

/** Content of any length on a resident's page, in their words. */
export function ScrollPages(props: ScrollPagesProps): ReactElement {
  const { less, more, moreBelow, allSeen } = useView().words;
  return <RowPages {...props} words={{ previous: less, next: more, more: moreBelow, allSeen }} />;
}
