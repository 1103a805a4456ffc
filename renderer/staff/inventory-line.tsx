import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { CaseNumber } from './case-number.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

type InventoryRow = StaffScreenOf<'inventory'>['rows'][number];
type Answer = NonNullable<InventoryRow['seen']>;

/** As written, or the one thing that would be otherwise. */
const ANSWERS: Readonly<Record<InventoryRow['written'], readonly Answer[]>> = {
  empty: ['asWritten', 'something'],
  out: ['asWritten', 'something'],
  document: ['asWritten', 'empty'],
  material: ['asWritten', 'empty'],
};

/** One cell of the count. Quick touches are meant here: the next line is answered at once. */
export function InventoryLine({ cell, written, caseNumber, seen }: InventoryRow): ReactElement {
  const { words, send } = useStaffView();
  return (
    <li className={seen === undefined || seen === 'asWritten' ? 'count-line' : 'count-line warn'}>
      <span className="line-cell">{cell}</span>
      <span className="line-what">
        <span className="line-item">{words.inventoryWritten[written]}</span>
        {caseNumber !== undefined && (
          <span className="line-more">
            <CaseNumber digits={caseNumber} />
          </span>
        )}
      </span>
      <span className="answers">
        {ANSWERS[written].map((answer) => (
          <Button
            key={answer}
            repeatable
            pressed={seen === answer}
            className="answer"
            onPress={() => send({ type: 'seen', cell, seen: answer })}
          >
            <span className="sr-only">{words.cell(cell)} </span>
            {words.inventoryAnswers[answer]}
          </Button>
        ))}
      </span>
    </li>
  );
}
