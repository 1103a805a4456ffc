import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

/** Why: one touch of a closed set, because what is typed by hand is not typed. */
export function Reason({ purpose, cell, reasons }: StaffScreenOf<'reason'>): ReactElement {
  const { words, send } = useStaffView();
  return (
    <Screen className="reason" title={words.reasonTitles[purpose](words.cell(cell))} lead={words.reasonLead}>
      <div className="reason-buttons">
        {reasons.map((reason) => (
          <Button key={reason} onPress={() => send({ type: 'reason', reason })}>
            {words.reasons[reason]}
          </Button>
        ))}
      </div>
    </Screen>
  );
}
