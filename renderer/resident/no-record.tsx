import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

type NoRecordScreen = Extract<ScreenOf, { name: 'noRecord' }>;

/** The department has nothing: an answer, not an error. */
export function NoRecord({ item }: NoRecordScreen): ReactElement {
  const { words, say, send, snapshot } = useView();
  // Without a card it was about nobody.
  const own = snapshot.visitor !== null;
  return (
    <Screen
      title={own ? words.noRecordTitle : words.noRecordPublicTitle}
      lead={say(item.name)}
      art={
        <span className="big-sign">
          <Icon name={item.icon} />
        </span>
      }
      actions={
        <Button kind="primary" icon="home" onPress={() => send({ type: 'home' })}>
          {words.otherItems}
        </Button>
      }
    >
      <p className="lead">{own ? words.noRecordText : words.noRecordPublicText}</p>
      <Notice icon="staff">
        {own && <p>{words.noRecordDo}</p>}
        <p className={own ? 'small' : ''}>{words.nextAskStaff(snapshot.kiosk.phone)}</p>
      </Notice>
    </Screen>
  );
}
