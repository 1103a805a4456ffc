import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

type IdentifyScreen = Extract<ScreenOf, { name: 'identify' }>;

/** Who looked around without a card is asked for it where it is needed. */
export function Identify({ item }: IdentifyScreen): ReactElement {
  const { words, say } = useView();
  return (
    <Screen
      className="hero centered"
      title={words.identifyTitle}
      lead={words.identifyLead(say(item.name))}
      art={<DeviceHint lit={['card']} motion="put" words={words} />}
    >
      <Notice icon="back">{words.identifyNote}</Notice>
    </Screen>
  );
}
