import type { ReactElement } from 'react';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Screen } from '../ui/screen.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { useView } from '../ui/view.ts';
import { LookAround } from './look-around.tsx';

const STEP_ICONS = ['card', 'certificate', 'print'] as const;

/** Nobody is here: one sentence, and where to put the card. */
export function Attract(): ReactElement {
  const { words, snapshot } = useView();
  return (
    <Screen
      className="hero centered"
      title={words.attractTitle}
      lead={<span lang={snapshot.language === 'en' ? 'zh-CN' : 'en'}>{words.attractSecond}</span>}
      art={<DeviceHint lit={['card']} motion="put" words={words} />}
      actions={<LookAround />}
    >
      <ul className="cards-accepted">
        {words.attractCards.map((card) => (
          <li key={card}>{card}</li>
        ))}
      </ul>
      <Stepper
        label={words.stepsLabel}
        steps={STEP_ICONS.map((icon, index) => ({ icon, label: words.attractSteps[index] ?? '' }))}
      />
    </Screen>
  );
}
