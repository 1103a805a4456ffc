import type { ReactElement } from 'react';
import { Button } from './button.tsx';

export interface PagerProps {
  readonly previous: string;
  readonly next: string;
  /** Where one is: “第 1–12 条，共 36 条”. */
  readonly where: string;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly onTurn: (direction: 1 | -1) => void;
}

/** Big buttons instead of scrolling. */
export function Pager({ previous, next, where, atStart, atEnd, onTurn }: PagerProps): ReactElement {
  return (
    <div className="pager">
      <Button icon="up" repeatable disabled={atStart} onPress={() => onTurn(-1)}>
        {previous}
      </Button>
      <span className="pager-where" aria-live="polite">
        {where}
      </span>
      <Button icon="down" repeatable disabled={atEnd} onPress={() => onTurn(1)}>
        {next}
      </Button>
    </div>
  );
}
