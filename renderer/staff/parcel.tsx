import type { ReactElement } from 'react';
import { formatInstant } from '../i18n/format.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { ActButtons } from './act-buttons.tsx';
import { CaseNumber } from './case-number.tsx';
import { Refusal } from './refusal.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

/** One parcel, and what may be done with it now. */
export function Parcel({ parcel, agents, actions, resent, refused }: StaffScreenOf<'parcel'>): ReactElement {
  const { words, say, language } = useStaffView();
  const { cell, direction, state, caseNumber, itemName, maskedHolder, since, days, overdue } = parcel;
  const facts: Fact[] = [
    { key: 'item', label: words.item, value: itemName ? say(itemName) : words.unknownItem },
    { key: 'holder', label: words.holder, value: maskedHolder },
    { key: 'case', label: words.caseNumber, value: <CaseNumber digits={caseNumber} /> },
    { key: 'state', label: words.state, value: words.states[state] },
    {
      key: 'since',
      label: words.since,
      value: `${formatInstant(new Date(since), language)} · ${words.days(days)}`,
    },
  ];
  if (direction === 'document')
    facts.push({ key: 'agents', label: words.agentsLabel, value: agents ? words.agentsYes : words.agentsNo });
  return (
    <Screen
      className="staff-detail"
      title={cell === null ? words.noCell : words.cell(cell)}
      lead={words.directions[direction]}
      actions={<ActButtons acts={actions} />}
    >
      <Refusal code={refused} />
      {overdue && (
        <p className="late big">
          <Icon name="warn" />
          {words.overdueTag} · {words.days(days)}
        </p>
      )}
      {resent && <Notice icon="check">{words.resent}</Notice>}
      <Facts columns={2} facts={facts} />
    </Screen>
  );
}
