import type { ReactElement } from 'react';
import { ICON_SHAPES, type IconName } from './icon-shapes.tsx';

/** A picture beside words, never instead of them: hidden from assistive technology. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }): ReactElement {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {ICON_SHAPES[name]}
    </svg>
  );
}
