import type { ReactElement, ReactNode } from 'react';
import { createContext, useContext } from 'react';
import { pressGuard } from '../press-guard.ts';

/** When the keyboard came up, by the clock of the events. */
export const ShownAtContext = createContext(0);

export interface KeyProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly className?: string;
  /** When the cap says less than the whole. */
  readonly label?: string;
}

/**
 * One key. It answers when the finger goes down, not when it leaves: who types with two thumbs has the second down before
 * the first is up, and a browser makes no click of that. So one touch is one key, whatever the page draws meanwhile.
 */
export function Key({ children, onPress, className = '', label }: KeyProps): ReactElement {
  const shownAt = useContext(ShownAtContext);
  return (
    <button
      type="button"
      className={`key ${className}`}
      aria-label={label}
      onPointerDown={({ button }) => {
        if (button === 0 && pressGuard.allowsKey(shownAt)) onPress();
      }}
      onClick={({ detail }) => {
        // Keyboard and screen reader press without a touch.
        if (detail === 0) onPress();
      }}
    >
      {children}
    </button>
  );
}
