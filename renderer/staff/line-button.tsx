import type { ReactElement, ReactNode } from 'react';
import { pressGuard } from '../ui/press-guard.ts';

export interface LineButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** Stands out, besides the words that say why. */
  readonly warn?: boolean;
  readonly className?: string;
  readonly label?: string;
  /** One of what is turned by pages. */
  readonly isRow?: boolean;
}

/** A whole line of a list that can be touched. */
export function LineButton(props: LineButtonProps): ReactElement {
  const { children, onPress, warn = false, className = '', label, isRow = false } = props;
  return (
    <button
      type="button"
      className={`line ${warn ? 'warn' : ''} ${className}`}
      aria-label={label}
      data-row={isRow || undefined}
      onClick={(event) => {
        if (pressGuard.allows(event)) onPress();
      }}
    >
      {children}
    </button>
  );
}
