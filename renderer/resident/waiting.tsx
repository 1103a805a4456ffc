import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { formatSpan } from '../i18n/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { TimedProgress } from '../ui/progress.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

type WaitingScreen = Extract<ScreenOf, { name: 'waiting' }>;

/** A bounded wait: what is happening, how long it usually takes, what happens if it does not. */
export function Waiting({ item, usualMs, limitMs }: WaitingScreen): ReactElement {
  const { words, say } = useView();
  return (
    <Screen
      className="centered"
      title={words.waitingTitle}
      lead={say(item.name)}
      art={
        <span className="big-sign">
          <Icon name={item.icon} />
        </span>
      }
    >
      <TimedProgress label={words.waitingProgress} usualMs={usualMs} limitMs={limitMs} />
      <p className="lead">{words.waitingText(formatSpan(usualMs, words))}</p>
      <Notice icon="clock">{words.waitingLimit(formatSpan(limitMs, words))}</Notice>
    </Screen>
  );
}
