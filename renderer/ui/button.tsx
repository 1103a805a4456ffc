import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import { pressGuard } from './press-guard.ts';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly kind?: 'primary' | 'secondary' | 'bar';
  readonly icon?: IconName;
  /** Not possible now; the label or a text beside it says why. */
  readonly disabled?: boolean;
  /** For switches: whether it is on. */
  readonly pressed?: boolean;
  /** Many touches in a row are meant (turning pages); else only the first of a quick row of touches counts. */
  readonly repeatable?: boolean;
  readonly lang?: string;
  readonly className?: string;
}

/**
 * The native element rather than react-aria's: that one puts a `<style>` into the document, which the content security
 * policy refuses, and asks for pinch-zoom. A disabled button stays focusable, so that its reason can be heard.
 */
export function Button(props: ButtonProps): ReactElement {
  const { children, onPress, kind = 'secondary', icon, disabled = false, pressed, repeatable = false } = props;
  return (
    <button
      type="button"
      className={`button ${kind} ${props.className ?? ''}`}
      aria-disabled={disabled || undefined}
      aria-pressed={pressed}
      lang={props.lang}
      onClick={(event) => {
        if (disabled || (!repeatable && !pressGuard.allows(event))) return;
        onPress();
      }}
    >
      {icon && <Icon name={icon} />}
      <span className="button-label">{children}</span>
      {pressed && <Icon name="check" className="button-on" />}
    </button>
  );
}
