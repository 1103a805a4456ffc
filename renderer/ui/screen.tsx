import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';

export interface ScreenProps {
  readonly title: ReactNode;
  /** Before the title: that this is a trouble, not by colour alone. */
  readonly sign?: IconName;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** The drawing: beside the words in landscape, under the title in portrait. */
  readonly art?: ReactNode;
  readonly children?: ReactNode;
  /** What can be touched; always at the same place, low enough for a seated person. */
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** The frame that all screens share. The title takes the focus, so that a screen reader says where one is. */
export function Screen({ title, sign, lead, art, children, actions, className = '' }: ScreenProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main className={`screen ${art ? 'with-art' : ''} ${className}`}>
      <div className="screen-head">
        <h1 ref={heading} tabIndex={-1}>
          {sign && <Icon name={sign} className="sign" />}
          {title}
        </h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {art && <div className="screen-art">{art}</div>}
      <div className="screen-body">{children}</div>
      {actions && <div className="screen-actions">{actions}</div>}
    </main>
  );
}
