import { useEffect, useLayoutEffect } from 'react';
import type { Language } from '../../contract/screen.ts';

/** Writes what is shown on the document, for tests: `data-staff` is the screen. The second screen turns as it stands. */
export function useStaffMarks(screen: string, language: Language): void {
  useLayoutEffect(() => {
    const { documentElement: root, body } = document;
    root.lang = language;
    body.dataset.staff = screen;
    return () => {
      delete body.dataset.staff;
    };
  }, [screen, language]);
  useEffect(() => {
    const turn = (): void => {
      document.documentElement.dataset.orientation = innerWidth > innerHeight ? 'landscape' : 'portrait';
    };
    turn();
    addEventListener('resize', turn);
    return () => removeEventListener('resize', turn);
  }, []);
}
