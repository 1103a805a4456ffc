import type { ReactElement, ReactNode } from 'react';

export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
}

/** Labelled facts: one under the other, or in two columns when they are short. */
export function Facts({ facts, columns = 1 }: { facts: readonly Fact[]; columns?: 1 | 2 }): ReactElement {
  return (
    <dl className={`facts columns-${columns}`}>
      {facts.map(({ key, label, value }) => (
        <div key={key} data-row>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
