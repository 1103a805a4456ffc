import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { type Fact, Facts } from '../ui/facts.tsx';
import { Screen } from '../ui/screen.tsx';
import { ScrollPages } from '../ui/scroll-pages.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { useView } from '../ui/view.ts';
import { RevealButton } from './reveal-button.tsx';

type ConfirmScreen = Extract<ScreenOf, { name: 'confirm' }>;

const STEP_ICONS = ['department', 'eye', 'print'] as const;

/** What will be fetched, why, about whom, with what was filled in; one agreement. */
export function Confirm({ item, fetches, purpose, holder, inputs }: ConfirmScreen): ReactElement {
  const { words, say, send } = useView();
  const facts: Fact[] = [
    { key: 'fetches', label: words.confirmFetches, value: say(fetches) },
    { key: 'purpose', label: words.confirmPurpose, value: say(purpose) },
  ];
  if (holder) {
    const value = (
      <>
        <strong>{holder.name}</strong> <span className="id-number">{holder.idNumber}</span>
      </>
    );
    facts.push({ key: 'holder', label: words.confirmHolder, value });
  }
  const filled = inputs.map(({ label, value }) => ({ key: label.zh, label: say(label), value: say(value) }));
  return (
    <Screen
      className={`confirm ${inputs.length > 0 ? 'with-inputs' : ''}`}
      title={say(item.name)}
      lead={words.confirmTitle}
      actions={
        <>
          <div className="bar-of-two">
            <Button icon="guide" onPress={() => send({ type: 'about' })}>
              {words.about}
            </Button>
            {holder && <RevealButton revealed={holder.revealed} />}
          </div>
          <Button kind="primary" icon="check" onPress={() => send({ type: 'confirm' })}>
            {holder ? words.confirmButton : words.confirmPublicButton}
          </Button>
        </>
      }
    >
      {inputs.length === 0 ? (
        <Facts facts={facts} />
      ) : (
        <ScrollPages label={words.confirmTitle}>
          <Facts facts={facts} turned />
          <h2>{words.confirmInputs}</h2>
          <Facts columns={2} facts={filled} turned />
        </ScrollPages>
      )}
      <p className="lead">{holder ? words.confirmNote : words.confirmPublic}</p>
      {inputs.length === 0 && (
        <Stepper
          label={words.stepsLabel}
          steps={STEP_ICONS.map((icon, index) => ({ icon, label: words.confirmSteps[index] ?? '' }))}
        />
      )}
    </Screen>
  );
}
