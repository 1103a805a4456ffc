import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';

export interface Step {
  readonly icon: IconName;
  readonly label: string;
}

/** The few steps of a visit in a row, numbered. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }): ReactElement {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.label}>
          <span className="step-icon">
            <Icon name={step.icon} />
          </span>
          <span className="step-label">
            {index + 1}. {step.label}
          </span>
        </li>
      ))}
    </ol>
  );
}
