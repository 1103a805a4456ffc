import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { formatSpan } from '../i18n/format.ts';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Notice } from '../ui/notice.tsx';
import { StepProgress } from '../ui/progress.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

type PrintingScreen = Extract<ScreenOf, { name: 'printing' }>;

/** Pages as the printer reports them; never "done" before the core says so. */
export function Printing({ item, pages, impressions, usualMs }: PrintingScreen): ReactElement {
  const { words, say } = useView();
  const finishing = impressions >= pages;
  return (
    <Screen
      className="centered"
      title={finishing ? words.printingEnd : words.printingTitle(impressions + 1, pages)}
      lead={say(item.name)}
      art={<DeviceHint lit={['paper']} motion="none" words={words} />}
    >
      <StepProgress label={words.printingProgress} done={Math.min(impressions, pages)} all={pages} />
      <p className="lead">{words.printingUsual(formatSpan(usualMs, words))}</p>
      <Notice icon="clock">{words.printingElse}</Notice>
    </Screen>
  );
}
