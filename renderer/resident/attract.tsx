import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Screen } from '../ui/screen.tsx';
import { Stepper } from '../ui/stepper.tsx';
import { useView } from '../ui/view.ts';
import { LockerWays } from './locker/locker-ways.tsx';
import { LookAround } from './look-around.tsx';

const STEP_ICONS = ['card', 'certificate', 'print'] as const;

/** Nobody is here: one sentence, and where to put the card; the locker, where there is one, is the second way in. */
export function Attract({ locker }: Extract<ScreenOf, { name: 'attract' }>): ReactElement {
  const { words, snapshot } = useView();
  return (
    <Screen
      className={`hero centered ${locker ? 'with-locker' : ''}`}
      title={words.attractTitle}
      lead={<span lang={snapshot.language === 'en' ? 'zh-CN' : 'en'}>{words.attractSecond}</span>}
      art={<DeviceHint lit={['card']} motion="put" words={words} />}
      actions={
        <>
          {locker && <LockerWays state={locker} />}
          <LookAround />
        </>
      }
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
