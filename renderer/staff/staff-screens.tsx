import { type ReactElement, useEffect, useMemo } from 'react';
import { ERRORS, type ErrorCode } from '../../contract/errors.ts';
import type { Language } from '../../contract/screen.ts';
import type { StaffSnapshot } from '../../contract/staff.ts';
import type { StaffEvent } from '../../contract/staff-event.ts';
import { oncePerSecond, watchPresence } from '../bridge/still-here.ts';
import { staffWordsOf } from '../i18n/staff-words.ts';
import { pick } from '../i18n/words.ts';
import type { StaffWords } from '../i18n/zh-staff.ts';
import { StaffFooter } from './staff-footer.tsx';
import { StaffHeader } from './staff-header.tsx';
import { StaffIdle } from './staff-idle.tsx';
import { StaffSwitch } from './staff-switch.tsx';
import { type StaffView, StaffViewContext } from './staff-view.ts';
import { useStaffMarks } from './use-staff-marks.ts';

const isOwnError = (words: StaffWords, code: ErrorCode): code is keyof StaffWords['errors'] =>
  Object.hasOwn(words.errors, code);

/** What staff are told instead of a sentence that sends residents to them. */
const ownSentence = (words: StaffWords, code: ErrorCode): string | undefined =>
  isOwnError(words, code) ? words.errors[code] : undefined;

export interface StaffScreensProps {
  readonly snapshot: StaffSnapshot;
  readonly language: Language;
  readonly send: (event: StaffEvent) => void;
}

/** One snapshot of the staff's desk as a page: it has no state of its own. */
export function StaffScreens({ snapshot, language, send }: StaffScreensProps): ReactElement {
  const { screen, idleSecondsLeft } = snapshot;
  useStaffMarks(screen.name, language);

  // While the warning stands, its own button answers: else the touch would close it and fall through to what is behind.
  const watched = idleSecondsLeft === null && screen.name !== 'closed';
  const report = useMemo(() => oncePerSecond(() => send({ type: 'stillHere' })), [send]);
  useEffect(() => (watched ? watchPresence(document, report) : undefined), [watched, report]);

  const words = staffWordsOf(language);
  const view = useMemo<StaffView>(
    () => ({
      snapshot,
      language,
      words,
      say: (text) => pick(text, language),
      sayError: (code) => ownSentence(words, code) ?? pick(ERRORS[code].resident, language),
      send,
    }),
    [snapshot, language, words, send],
  );
  return (
    <StaffViewContext value={view}>
      <div className="staff">
        <StaffHeader />
        <StaffSwitch screen={screen} />
        <StaffFooter />
        {idleSecondsLeft !== null && <StaffIdle seconds={idleSecondsLeft} />}
      </div>
    </StaffViewContext>
  );
}
