import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../../contract/screen.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useView } from '../../ui/view.ts';

type HandInConfirmScreen = Extract<ScreenOf, { name: 'handInConfirm' }>;

/** `310120 2026 00101`: as it is read aloud. */
const grouped = (caseNumber: string): string => caseNumber.replace(/^(\d{6})(\d{4})(\d{5})$/, '$1 $2 $3');

/** Whose case it is and what for; one touch opens the door. */
export function HandInConfirm({ caseNumber, itemName, maskedHolder, more }: HandInConfirmScreen): ReactElement {
  const { words, say, send } = useView();
  return (
    <Screen
      className="locker-confirm"
      title={words.handInConfirmTitle}
      actions={
        <>
          <Button icon="back" onPress={() => send({ type: 'back' })}>
            {words.handInWrong}
          </Button>
          <Button kind="primary" icon="handIn" onPress={() => send({ type: 'confirm' })}>
            {words.handInOpen}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          { key: 'case', label: words.signCase, value: <span className="id-number">{grouped(caseNumber)}</span> },
          {
            key: 'item',
            label: words.handInItem,
            value: itemName ? <strong>{say(itemName)}</strong> : words.handInItemUnknown,
          },
          { key: 'holder', label: words.signHolder, value: <strong>{maskedHolder}</strong> },
        ]}
      />
      <Notice icon="pickup">{more ? words.handInMore : words.handInPutAll}</Notice>
    </Screen>
  );
}
