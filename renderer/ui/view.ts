import { createContext, useContext } from 'react';
import type { ResidentEvent } from '../../contract/resident-event.ts';
import type { Snapshot } from '../../contract/screen.ts';
import type { Bilingual } from '../../contract/text.ts';
import type { Words } from '../i18n/zh.ts';

/** What every part of the page may use. */
export interface PageView {
  readonly snapshot: Snapshot;
  readonly words: Words;
  /** A text of the core in the page's language. */
  readonly say: (text: Bilingual) => string;
  readonly send: (event: ResidentEvent) => void;
}

export const ViewContext = createContext<PageView | null>(null);

export function useView(): PageView {
  const view = useContext(ViewContext);
  if (!view) throw new Error('used outside of the page');
  return view;
}
