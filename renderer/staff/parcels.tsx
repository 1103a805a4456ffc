import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { LineButton } from './line-button.tsx';
import { NothingHere } from './nothing-here.tsx';
import { PageTurner } from './page-turner.tsx';
import { ParcelLine } from './parcel-line.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

/** What lies here, the oldest first, eight to a page. */
export function Parcels({ direction, rows, page, pages, total }: StaffScreenOf<'parcels'>): ReactElement {
  const { words, send } = useStaffView();
  const title = words.parcelsTitle[direction];
  if (rows.length === 0) return <NothingHere title={title} text={words.parcelsNone[direction]} />;
  return (
    <Screen
      className="staff-list"
      title={title}
      lead={words.parcelsCount(total)}
      actions={
        <>
          <PageTurner page={page} pages={pages} />
          {direction === 'material' && (
            <Button kind="primary" icon="pickup" onPress={() => send({ type: 'emptyAll' })}>
              {words.emptyAll}
            </Button>
          )}
        </>
      }
    >
      <ul className="lines">
        {rows.map((row) => (
          <li key={row.id}>
            <LineButton warn={row.overdue} onPress={() => send({ type: 'choose', id: row.id })}>
              <ParcelLine {...row} />
            </LineButton>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
