import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Notice } from '../ui/notice.tsx';
import { useView } from '../ui/view.ts';

type Earlier = NonNullable<Extract<ScreenOf, { name: 'home' }>['earlier']>;

const ICONS = { printed: 'check', printing: 'clock', notPrinted: 'warn', unknown: 'warn' } as const;

/** What became of the same person's print that a restart or a departure interrupted. */
export function EarlierPrint({ itemName, outcome }: Earlier): ReactElement {
  const { words, say } = useView();
  const name = say(itemName);
  const sentences = {
    printed: `${name} · ${words.earlierPrinted}`,
    printing: words.earlierPrinting(name),
    notPrinted: `${name} · ${words.earlierNotPrinted}`,
    unknown: `${name} · ${words.earlierUnknown}`,
  };
  return (
    <Notice icon={ICONS[outcome]} kind={ICONS[outcome] === 'warn' ? 'warn' : 'calm'}>
      {sentences[outcome]}
    </Notice>
  );
}
