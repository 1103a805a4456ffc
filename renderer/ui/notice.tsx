import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';

/** A line that matters beside the main thing. `step` is the big next step of a trouble, `trouble` what went wrong, as big. */
export function Notice(props: {
  readonly icon: IconName;
  readonly kind?: 'calm' | 'warn' | 'step' | 'trouble';
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={`notice ${props.kind ?? 'calm'}`}>
      <Icon name={props.icon} />
      <div>{props.children}</div>
    </div>
  );
}
