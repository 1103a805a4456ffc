import type { ReactElement } from 'react';
import { RowPages, type RowPagesProps } from '../ui/row-pages.tsx';
import { useStaffView } from './staff-view.ts';

/** Content of any length on the staff's page, in their words. */
export function StaffScroll(props: Omit<RowPagesProps, 'words'>): ReactElement {
  return <RowPages {...props} words={useStaffView().words} />;
}
