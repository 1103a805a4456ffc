import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { pressGuard } from './press-guard.ts';

export interface RowProps {
  /** Cut after two lines on the screen, whole for a screen reader. */
  readonly label: ReactNode;
  readonly onPress: () => void;
  readonly unavailable?: string | undefined;
  readonly tag?: string | undefined;
  /** A small line below: what else it is called. */
  readonly note?: ReactNode;
}

/** One of many things to choose: a low row of a dense list. */
export function Row({ label, onPress, unavailable, tag, note }: RowProps): ReactElement {
  return (
    <button
      type="button"
      className={`row ${unavailable === undefined ? '' : 'elsewhere'}`}
      onClick={(event) => {
        if (pressGuard.allows(event)) onPress();
      }}
    >
      <span className="row-text">
        <span className="row-label" data-clamped>
          {label}
        </span>
        {note !== undefined && (
          <span className="row-note" data-clamped>
            {note}
          </span>
        )}
      </span>
      {unavailable === undefined ? (
        tag !== undefined && <span className="tag">{tag}</span>
      ) : (
        <span className="tag warn">
          <Icon name="warn" />
          {unavailable}
        </span>
      )}
    </button>
  );
}
