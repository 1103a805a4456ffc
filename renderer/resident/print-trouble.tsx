import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { DeviceHint } from '../ui/device-hint.tsx';
import { StepProgress } from '../ui/progress.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { TroubleBody, TroubleSentence } from './trouble-body.tsx';

type PrintTroubleScreen = Extract<ScreenOf, { name: 'printTrouble' }>;

/** The print is held up: what the person can do, and that nothing is lost. Goes on by itself. */
export function PrintTrouble({ code, pages, impressions }: PrintTroubleScreen): ReactElement {
  const { words, send } = useView();
  return (
    <Screen
      className="trouble"
      sign="warn"
      title={words.printTroubleTitle}
      lead={<TroubleSentence code={code} />}
      art={<DeviceHint lit={['paper']} motion="none" words={words} />}
      actions={
        <Button icon="leave" onPress={() => send({ type: 'giveUp' })}>
          {words.giveUp}
        </Button>
      }
    >
      <StepProgress label={words.printingProgress} done={impressions} all={pages} />
      <p className="lead">{words.printTroubleState(impressions, pages)}</p>
      <TroubleBody code={code} safe={words.printTroubleSafe} />
    </Screen>
  );
}
