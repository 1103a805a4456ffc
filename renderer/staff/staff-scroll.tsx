import { type ReactElement, type ReactNode, useRef } from 'react';
import { Pager } from '../ui/pager.tsx';
import { useRowWindow } from '../ui/row-window.ts';
import { useStaffView } from './staff-view.ts';

/** Content of any length, turned by whole pages with two big buttons, which stand there when they are needed. */
export function StaffScroll({ label, children }: { label: string; children: ReactNode }): ReactElement {
  const { words } = useStaffView();
  const box = useRef<HTMLElement>(null);
  const sight = useRowWindow(box, children);
  return (
    <div className="scroll-pages">
      {/* A scrolling region must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="scroll-box" ref={box} tabIndex={0} aria-label={label}>
        {children}
      </section>
      {!(sight.atStart && sight.atEnd) && (
        <Pager
          previous={words.previous}
          next={words.next}
          where={sight.atEnd ? words.allSeen : words.more}
          atStart={sight.atStart}
          atEnd={sight.atEnd}
          onTurn={sight.turn}
        />
      )}
    </div>
  );
}
