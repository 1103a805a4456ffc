import type { ReactElement, ReactNode } from 'react';

export function Panel(props: {
  readonly title: string;
  readonly note?: string;
  /** Takes what its column leaves, and scrolls by itself. */
  readonly grows?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className={props.grows ? 'panel grows' : 'panel'}>
      <h2>
        {props.title}
        {props.note && <small>{props.note}</small>}
      </h2>
      {props.children}
    </section>
  );
}

export interface SwitchProps {
  readonly label: string;
  readonly detail?: string;
  readonly on: boolean;
  /** `fault`: on is the unusual state. */
  readonly kind?: 'fault' | 'plug';
  readonly onChange: (on: boolean) => void;
}

/** Two states, said in words and by a mark as well as by colour. */
export function Switch({ label, detail, on, kind = 'fault', onChange }: SwitchProps): ReactElement {
  return (
    <button type="button" role="switch" aria-checked={on} className={`switch ${kind}`} onClick={() => onChange(!on)}>
      <span className="switch-mark" aria-hidden="true">
        {on ? '●' : '○'}
      </span>
      <span>
        {label}
        {detail && <small>{detail}</small>}
      </span>
    </button>
  );
}
