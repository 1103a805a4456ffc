import type { ReactElement } from 'react';
import type { Language } from '../../contract/screen.ts';
import { staffWordsOf } from '../i18n/staff-words.ts';
import { Icon } from '../ui/icon.tsx';
import { useStaffMarks } from './use-staff-marks.ts';

/** Nothing is heard of the core: holds nothing of anybody. */
export function StaffConnecting({ language }: { language: Language }): ReactElement {
  const words = staffWordsOf(language);
  useStaffMarks('connecting', language);
  return (
    <div className="staff staff-alone">
      <main className="staff-connecting">
        <Icon name="clock" />
        <h1>{words.connecting}</h1>
        <p className="lead">{words.connectingText}</p>
      </main>
    </div>
  );
}
