import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

type TakeAwayScreen = Extract<ScreenOf, { name: 'takeAway' }>;

/** What still lies in the machine, each with its place; or on with another item. */
export function TakeAway({ card, paper, receipt, canContinue }: TakeAwayScreen): ReactElement {
  const { words, send } = useView();
  const things = [
    { place: 'card', here: card, name: words.takeCard, where: words.takeCardWhere },
    { place: 'paper', here: paper, name: words.takePaper, where: words.takePaperWhere },
    { place: 'receipt', here: receipt, name: words.takeReceipt, where: words.takeReceiptWhere },
  ] as const;
  const left = things.filter(({ here }) => here);
  return (
    <Screen
      className="take-away"
      title={words.takeAwayTitle(card, paper)}
      art={<DeviceHint lit={left.map(({ place }) => place)} motion="take" words={words} />}
      actions={
        canContinue && (
          <Button icon="home" onPress={() => send({ type: 'continueVisit' })}>
            {words.continueVisit}
          </Button>
        )
      }
    >
      {left.length === 0 && <Notice icon="check">{words.takeNothing}</Notice>}
      <ul className="things">
        {left.map(({ place, name, where }) => (
          <li key={place}>
            <Icon name={place} />
            <span className="thing-name">{name}</span>
            <span className="thing-where">{where}</span>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
