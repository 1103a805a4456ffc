import { createContext, useContext } from 'react';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Language } from '../../contract/screen.ts';
import type { StaffScreen, StaffScreenName, StaffSnapshot } from '../../contract/staff.ts';
import type { StaffEvent } from '../../contract/staff-event.ts';
import type { Bilingual } from '../../contract/text.ts';
import type { StaffWords } from '../i18n/zh-staff.ts';

export type StaffScreenOf<N extends StaffScreenName> = Extract<StaffScreen, { name: N }>;

/** What every part of the staff's page may use. */
export interface StaffView {
  readonly snapshot: StaffSnapshot;
  readonly language: Language;
  readonly words: StaffWords;
  /** A text of the core in the page's language. */
  readonly say: (text: Bilingual) => string;
  /** What staff are told of an error. */
  readonly sayError: (code: ErrorCode) => string;
  readonly send: (event: StaffEvent) => void;
}

export const StaffViewContext = createContext<StaffView | null>(null);

export function useStaffView(): StaffView {
  const view = useContext(StaffViewContext);
  if (!view) throw new Error('used outside of the staff page');
  return view;
}
