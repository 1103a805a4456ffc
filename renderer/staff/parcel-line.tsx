import type { ReactElement } from 'react';
import type { ParcelRow } from '../../contract/staff-rows.ts';
import { Icon } from '../ui/icon.tsx';
import { CaseNumber } from './case-number.tsx';
import { useStaffView } from './staff-view.ts';

/** One parcel in one line: where, what, whose, for how long. Late is said by sign, word and frame. */
export function ParcelLine({
  cell,
  itemName,
  maskedHolder,
  caseNumber,
  days,
  overdue,
  state,
}: ParcelRow): ReactElement {
  const { words, say } = useStaffView();
  return (
    <span className="parcel-line">
      <span className={cell === null ? 'line-cell none' : 'line-cell'}>{cell ?? '—'}</span>
      <span className="line-what">
        <span className="line-item" data-clamped>
          {itemName ? say(itemName) : words.unknownItem} · {maskedHolder}
        </span>
        <span className="line-more">
          <CaseNumber digits={caseNumber} />
          {state !== 'stored' && <span className="line-state">{words.states[state]}</span>}
        </span>
      </span>
      <span className="line-age">
        <span className="line-days">{words.days(days)}</span>
        {overdue && (
          <span className="late">
            <Icon name="warn" />
            {words.overdueTag}
          </span>
        )}
      </span>
    </span>
  );
}
