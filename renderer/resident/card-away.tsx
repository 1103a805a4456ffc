import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

/** The card was taken away in the middle: put it back to go on. */
export function CardAway({ secondsLeft }: { secondsLeft: number }): ReactElement {
  const { words, send } = useView();
  return (
    <Screen
      title={words.cardAwayTitle}
      lead={words.cardAwayText}
      art={<DeviceHint lit={['card']} motion="put" words={words} />}
      actions={
        <Button icon="leave" onPress={() => send({ type: 'leave' })}>
          {words.cardAwayLeave}
        </Button>
      }
    >
      <Notice icon="clock">{words.cardAwayCount(secondsLeft)}</Notice>
    </Screen>
  );
}
