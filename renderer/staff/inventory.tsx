import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { InventoryLine } from './inventory-line.tsx';
import { PageTurner } from './page-turner.tsx';
import { Refusal } from './refusal.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

/** What should be where: each line is confirmed or denied with one touch. */
export function Inventory(screen: StaffScreenOf<'inventory'>): ReactElement {
  const { rows, page, pages, confirmed, total, refused } = screen;
  const { words, send } = useStaffView();
  const isComplete = confirmed >= total;
  const isLast = page >= pages;
  return (
    <Screen
      className="staff-list inventory"
      title={`${words.inventoryTitle} · ${words.inventoryProgress(confirmed, total)}`}
      lead={words.inventoryLead}
      actions={
        <>
          <PageTurner page={page} pages={pages} />
          <Button
            kind={isComplete || isLast ? 'primary' : 'secondary'}
            icon="check"
            disabled={confirmed === 0}
            onPress={() => send({ type: 'finishInventory' })}
          >
            {isComplete ? words.finishInventory : `${words.finishInventory} · ${words.finishEarly(total - confirmed)}`}
          </Button>
        </>
      }
    >
      <Refusal code={refused} />
      <ul className="lines">
        {rows.map((row) => (
          <InventoryLine key={row.cell} {...row} />
        ))}
      </ul>
    </Screen>
  );
}
