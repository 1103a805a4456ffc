import type { ReactElement } from 'react';
import { ERRORS, type ErrorCode } from '../../contract/errors.ts';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { TroubleBody, TroubleSentence } from './trouble-body.tsx';

/** The card could not be used: a sentence and a picture; ends by itself when the card is taken off. */
export function CardTrouble({ code }: { code: ErrorCode }): ReactElement {
  const { words } = useView();
  const changed = code === 'card.changed';
  const again = changed || ERRORS[code].next === 'mendAndContinue';
  return (
    <Screen
      sign="warn"
      title={changed ? words.cardChangedTitle : again ? words.cardTroubleTitle : words.cardRefusedTitle}
      lead={<TroubleSentence code={code} />}
      art={<DeviceHint lit={['card']} motion={again ? 'put' : 'take'} words={words} />}
    >
      <TroubleBody code={code} />
    </Screen>
  );
}
