import { type ReactElement, type ReactNode, useState } from 'react';
import { ShownAtContext } from './key.tsx';
import { useHardwareKeys } from './use-hardware-keys.ts';

export interface KeyboardProps {
  readonly label: string;
  readonly onKey: (key: string) => void;
  /** What may be typed on a keyboard that is plugged in. */
  readonly accepts: RegExp;
  readonly children: ReactNode;
}

/** The frame of every keyboard on the screen; one that is plugged in does the same. */
export function Keyboard({ label, onKey, accepts, children }: KeyboardProps): ReactElement {
  const [shownAt] = useState(() => performance.now());
  useHardwareKeys(onKey, accepts);
  return (
    <ShownAtContext value={shownAt}>
      <fieldset className="keyboard" aria-label={label}>
        {children}
      </fieldset>
    </ShownAtContext>
  );
}
