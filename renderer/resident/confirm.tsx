import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { Screen } from '../ui/screen.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { useView } from '../ui/view.ts';
import { RevealButton } from './reveal-button.tsx';

type ConfirmScreen = Extract<ScreenOf, { name: 'confirm' }>;

const STEP_ICONS = ['department', 'eye', 'print'] as const;

/** What will be fetched, why, about whom; one agreement. */
export function Confirm({ item, fetches, purpose, holder }: ConfirmScreen): ReactElement {
  const { words, say, send } = useView();
  return (
    <Screen
      className="confirm"
      title={say(item.name)}
      lead={words.confirmTitle}
      actions={
        <>
          <RevealButton revealed={holder.revealed} />
          <Button kind="primary" icon="check" onPress={() => send({ type: 'confirm' })}>
            {words.confirmButton}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          { key: 'fetches', label: words.confirmFetches, value: say(fetches) },
          { key: 'purpose', label: words.confirmPurpose, value: say(purpose) },
          {
            key: 'holder',
            label: words.confirmHolder,
            value: (
              <>
                <strong>{holder.name}</strong> <span className="id-number">{holder.idNumber}</span>
              </>
            ),
          },
        ]}
      />
      <p className="lead">{words.confirmNote}</p>
      <Stepper
        label={words.stepsLabel}
        steps={STEP_ICONS.map((icon, index) => ({ icon, label: words.confirmSteps[index] ?? '' }))}
      />
    </Screen>
  );
}
