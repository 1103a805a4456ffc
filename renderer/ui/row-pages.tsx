import { type ReactElement, type ReactNode, useRef } from 'react';
import { Pager } from './pager.tsx';
import { useRowWindow } from './row-window.ts';

export interface RowPagesProps {
  readonly label: string;
  /** A change of it is another content: begins at the top again. */
  readonly children: ReactNode;
  readonly words: {
    readonly previous: string;
    readonly next: string;
    /** There is more below. */
    readonly more: string;
    readonly allSeen: string;
  };
}

/** Content of any length: scrolls under a finger, and by whole pages with two big buttons, which stand there when needed. */
export function RowPages({ label, children, words }: RowPagesProps): ReactElement {
  const box = useRef<HTMLElement>(null);
  const sight = useRowWindow(box, children);
  const fits = sight.atStart && sight.atEnd;
  return (
    <div className="scroll-pages">
      {/* A scrolling region must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="scroll-box" ref={box} tabIndex={0} aria-label={label}>
        {children}
      </section>
      {!fits && (
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
