import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { JobTile } from './job-tile.tsx';
import { Refusal } from './refusal.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

/** What there is to do, by how much of it there is. Putting in is what most come for: it is the biggest. */
export function Jobs({ staff, locker, counts }: StaffScreenOf<'jobs'>): ReactElement {
  const { words, send } = useStaffView();
  const { free, documents, overdue, materials, exceptions, out, reserved, inHand } = counts;
  const freeWords = free === 0 ? words.noFreeCells : words.freeCells(free);
  return (
    <Screen className="jobs" title={words.jobsTitle} lead={`${words.hello(staff.name)} · ${words.roles[staff.role]}`}>
      <Refusal code={locker} />
      {inHand > 0 && (
        <Notice kind="warn" icon="warn">
          <p>
            <strong>{words.inHand(inHand)}</strong>
          </p>
          <p>{words.inHandDo}</p>
        </Notice>
      )}
      <Button
        kind="primary"
        icon="pickup"
        className="put-in-job"
        disabled={locker !== undefined || free === 0}
        onPress={() => send({ type: 'openPutIn' })}
      >
        <span className="put-in-words">
          <span>{words.putIn}</span>
          <span className="put-in-free">
            {freeWords}
            {reserved > 0 && ` · ${words.reserved(reserved)}`}
          </span>
        </span>
      </Button>
      <div className="job-tiles">
        <JobTile
          icon="certificate"
          label={words.documents}
          count={documents}
          note={overdue > 0 ? words.overdueCount(overdue) : words.overdueNone}
          warn={overdue > 0}
          onPress={() => send({ type: 'openParcels', direction: 'document' })}
        />
        <JobTile
          icon="paper"
          label={words.materials}
          count={materials}
          note={materials > 0 ? words.materialsText : words.materialsNone}
          onPress={() => send({ type: 'openParcels', direction: 'material' })}
        />
        <JobTile
          icon="warn"
          label={words.exceptions}
          count={exceptions}
          note={exceptions > 0 ? words.exceptionsText : words.exceptionsNone}
          warn={exceptions > 0}
          onPress={() => send({ type: 'openExceptions' })}
        />
        <JobTile
          icon="bundle"
          label={words.cells}
          count={free + reserved + counts.occupied + out}
          note={out > 0 ? words.cellsOut(out) : words.cellsAll}
          onPress={() => send({ type: 'openCells' })}
        />
        <JobTile
          icon="visit"
          label={words.inventory}
          note={words.inventoryText}
          onPress={() => send({ type: 'openInventory' })}
        />
      </div>
    </Screen>
  );
}
