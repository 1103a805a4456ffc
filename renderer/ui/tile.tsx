import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import { pressGuard } from './press-guard.ts';

export interface TileProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  /** Why it cannot be chosen here and now. */
  readonly unavailable?: string | undefined;
}

/** One thing to choose among several. */
export function Tile({ icon, label, onPress, unavailable }: TileProps): ReactElement {
  return (
    <button
      type="button"
      className="tile"
      aria-disabled={unavailable !== undefined || undefined}
      onClick={(event) => {
        if (unavailable === undefined && pressGuard.allows(event)) onPress();
      }}
    >
      <span className="tile-icon">
        <Icon name={icon} />
      </span>
      <span className="tile-text">
        <span className="tile-label">{label}</span>
        {unavailable !== undefined && (
          <span className="tile-reason">
            <Icon name="warn" />
            {unavailable}
          </span>
        )}
      </span>
    </button>
  );
}
