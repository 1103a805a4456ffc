import type { ReactElement, ReactNode } from 'react';

export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
}

export interface FactsProps {
  readonly facts: readonly Fact[];
  readonly columns?: 1 | 2;
  /** Inside of content that is turned by pages: each fact is a row that is not cut. */
  readonly turned?: boolean;
}

/** Labelled facts: one under the other, or in two columns when they are short. */
export function Facts({ facts, columns = 1, turned = false }: FactsProps): ReactElement {
  return (
    <dl className={`facts columns-${columns}`}>
      {facts.map(({ key, label, value }) => (
        <div key={key} data-row={turned || undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
