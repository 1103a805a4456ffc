import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { StaffScroll } from './staff-scroll.tsx';
import { type StaffScreenOf, type StaffView, useStaffView } from './staff-view.ts';

/** What the core wrote is one of the closed words; another one is shown as it is. */
const isWritten = (words: StaffView['words'], written: string): written is keyof typeof words.inventoryWritten =>
  Object.hasOwn(words.inventoryWritten, written);

/** The report of a count: what was otherwise than written. */
export function InventoryDone({ differences, total }: StaffScreenOf<'inventoryDone'>): ReactElement {
  const { words, send } = useStaffView();
  const agrees = differences.length === 0;
  const count = differences.length;
  return (
    <Screen
      className={agrees ? 'centered nothing-here well' : 'staff-list'}
      sign={agrees ? 'check' : 'warn'}
      title={words.inventoryDoneTitle}
      lead={agrees ? undefined : words.inventoryDiffer(count, total)}
      actions={
        agrees ? (
          <Button kind="primary" icon="home" onPress={() => send({ type: 'home' })}>
            {words.finish}
          </Button>
        ) : (
          <>
            <p>{words.inventoryDifferText}</p>
            <Button kind="primary" icon="warn" onPress={() => send({ type: 'openExceptions' })}>
              {words.toExceptions}
            </Button>
          </>
        )
      }
    >
      {agrees ? (
        <p className="nothing-text">{words.inventoryAllAgree(total)}</p>
      ) : (
        <StaffScroll label={words.inventoryDoneTitle}>
          {differences.map(({ cell, written, seen }) => (
            <p key={cell} className="line flat warn" data-row>
              <span className="line-cell">{cell}</span>
              <span className="line-item">
                {words.inventoryLine(
                  isWritten(words, written) ? words.inventoryWritten[written] : written,
                  words.inventoryAnswers[seen],
                )}
              </span>
              <Icon name="warn" className="line-warn" />
            </p>
          ))}
        </StaffScroll>
      )}
    </Screen>
  );
}
