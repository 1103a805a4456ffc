import type { ReactElement } from 'react';
import { formatInstant } from '../i18n/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { LineButton } from './line-button.tsx';
import { NothingHere } from './nothing-here.tsx';
import { StaffScroll } from './staff-scroll.tsx';
import { type StaffScreenOf, useStaffView } from './staff-view.ts';

/** Digits of a case number by which it is known again. */
const CASE_ENDING = 4;

/** Everything that does not agree and waits for somebody. */
export function Exceptions({ rows }: StaffScreenOf<'exceptions'>): ReactElement {
  const { words, send, language } = useStaffView();
  if (rows.length === 0) return <NothingHere title={words.exceptionsTitle} text={words.exceptionsEmpty} />;
  return (
    <Screen className="staff-list" title={words.exceptionsTitle} lead={words.exceptionsLead}>
      <StaffScroll label={words.exceptionsTitle}>
        {rows.map(({ id, kind, cell, parcel, since }) => (
          <LineButton key={id} isRow warn onPress={() => send({ type: 'choose', id })}>
            <span className="parcel-line">
              <span className={cell === null ? 'line-cell none' : 'line-cell'}>{cell ?? '—'}</span>
              <span className="line-what">
                <span className="line-item">{words.exceptionKinds[kind]}</span>
                <span className="line-more">
                  {parcel && <strong>{words.caseEnding(parcel.caseNumber.slice(-CASE_ENDING))}</strong>}
                  <span>{formatInstant(new Date(since), language)}</span>
                </span>
              </span>
              <Icon name="warn" className="line-warn" />
            </span>
          </LineButton>
        ))}
      </StaffScroll>
    </Screen>
  );
}
