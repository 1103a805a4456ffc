import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import { pressGuard } from './press-guard.ts';

export interface TileProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  /** Why it cannot be finished here and now; it still leads to where it can. */
  readonly unavailable?: string | undefined;
  /** A small word beside the name: what else it is. */
  readonly tag?: string | undefined;
}

/** One thing to choose among several. */
export function Tile({ icon, label, onPress, unavailable, tag }: TileProps): ReactElement {
  return (
    <button
      type="button"
      className={`tile ${unavailable === undefined ? '' : 'elsewhere'}`}
      onClick={(event) => {
        if (pressGuard.allows(event)) onPress();
      }}
    >
      <span className="tile-icon">
        <Icon name={icon} />
      </span>
      <span className="tile-text">
        <span className="tile-label">{label}</span>
        {tag !== undefined && unavailable === undefined && <span className="tag">{tag}</span>}
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
