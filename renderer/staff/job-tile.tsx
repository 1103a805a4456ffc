import type { ReactElement } from 'react';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-shapes.tsx';
import { pressGuard } from '../ui/press-guard.ts';

export interface JobTileProps {
  readonly icon: IconName;
  readonly label: string;
  /** Absent: nothing is counted. */
  readonly count?: number;
  readonly note: string;
  /** Waits to be seen to: said by sign, frame and words, not by colour alone. */
  readonly warn?: boolean;
  readonly onPress: () => void;
}

/** One job, with how much of it waits. */
export function JobTile({ icon, label, count, note, warn = false, onPress }: JobTileProps): ReactElement {
  return (
    <button
      type="button"
      className={warn ? 'job-tile warn' : 'job-tile'}
      onClick={(event) => {
        if (pressGuard.allows(event)) onPress();
      }}
    >
      <span className="job-head">
        <Icon name={icon} />
        <span className="job-label">{label}</span>
      </span>
      {count !== undefined && <span className="job-count">{count}</span>}
      <span className="job-note">
        {warn && icon !== 'warn' && <Icon name="warn" />}
        {note}
      </span>
    </button>
  );
}
