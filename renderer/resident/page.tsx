import { type ReactElement, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ResidentEvent } from '../../contract/resident-event.ts';
import type { Snapshot } from '../../contract/screen.ts';
import { oncePerSecond, watchPresence } from '../bridge/still-here.ts';
import { pick, wordsOf } from '../i18n/words.ts';
import { type PageView, ViewContext } from '../ui/view.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { HelpOverlay } from './help-overlay.tsx';
import { IdleOverlay } from './idle-overlay.tsx';
import { ScreenSwitch } from './screen-switch.tsx';

/** Writes language, modes and what is shown on the document, for style sheets, tests and measurements. */
function useDocumentMarks({ sequence, screen, language, modes, orientation }: Snapshot): void {
  useLayoutEffect(() => {
    const { documentElement: root, body } = document;
    root.lang = language;
    root.dataset.orientation = orientation;
    for (const [mode, on] of Object.entries(modes)) root.toggleAttribute(`data-${mode}`, on);
    body.dataset.screen = screen.name;
    body.dataset.sequence = String(sequence);
  });
}

export interface PageProps {
  readonly snapshot: Snapshot;
  readonly send: (event: ResidentEvent) => void;
  /** Only the gallery opens the help by itself. */
  readonly helpOpen?: boolean;
}

/** One snapshot as a page. Its only own state is whether the help is open, and on which screen it was opened. */
export function Page({ snapshot, send, helpOpen = false }: PageProps): ReactElement {
  const { language, screen, idle } = snapshot;
  const [helpOn, setHelpOn] = useState(helpOpen ? screen.name : null);
  // The staff's page has a frame of its own.
  const isStaff = screen.name === 'staff';
  useDocumentMarks(snapshot);

  // While the warning stands, its own button answers: else the touch would close it and fall through to the page behind.
  const warned = idle !== null;
  const report = useMemo(() => oncePerSecond(() => send({ type: 'stillHere' })), [send]);
  useEffect(() => (warned ? undefined : watchPresence(document, report)), [warned, report]);

  const view = useMemo<PageView>(
    () => ({ snapshot, words: wordsOf(language), say: (text) => pick(text, language), send }),
    [snapshot, language, send],
  );
  return (
    <ViewContext value={view}>
      <div className="stage">
        {!isStaff && <Header />}
        <ScreenSwitch key={screen.name} screen={screen} />
        {!isStaff && <Footer onHelp={() => setHelpOn(screen.name)} />}
      </div>
      {helpOn === screen.name && !idle && <HelpOverlay onClose={() => setHelpOn(null)} />}
      {idle && <IdleOverlay secondsLeft={idle.secondsLeft} />}
    </ViewContext>
  );
}
