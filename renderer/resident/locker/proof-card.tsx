import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';

export type ProofState = 'given' | 'open' | 'not';

export interface ProofCardProps {
  readonly icon: IconName;
  readonly name: string;
  /** Where or what it is. */
  readonly how: string;
  readonly state: ProofState;
  /** The state in a word. */
  readonly told: string;
}

const SIGNS: Readonly<Record<ProofState, IconName>> = { given: 'check', open: 'next', not: 'minus' };

/** One of the things that prove something: what it is, where it goes, whether it is there. Nothing to touch. */
export function ProofCard({ icon, name, how, state, told }: ProofCardProps): ReactElement {
  return (
    <li className={`proof ${state}`}>
      <Icon name={icon} className="proof-icon" />
      <p className="proof-name">{name}</p>
      <p className="proof-how">{how}</p>
      <p className="proof-told">
        <Icon name={SIGNS[state]} />
        {told}
      </p>
    </li>
  );
}
