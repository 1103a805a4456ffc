import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { RecordLayout } from './record-layout.tsx';
import { RevealButton } from './reveal-button.tsx';

export type RecordScreen = Extract<ScreenOf, { name: 'record' }>;

/** Whether anything of it is masked: public lists have nothing to show or to hide. */
const isPersonal = (content: RecordScreen['content']): boolean =>
  content.kind === 'delivered'
    ? Object.values(content.subject).some((value) => value !== null)
    : [content.template.subject, ...content.template.tables.map(({ columns }) => columns)]
        .flat()
        .some(({ format }) => format === 'name' || format === 'idNumber');

/** Lines that stand for text on the drawn sheet. */
const GREEKED_LINES = [1, 2, 3, 4, 5, 6, 7] as const;

function PrintButton({ canPrint, pages }: Pick<RecordScreen, 'canPrint' | 'pages'>): ReactElement {
  const { words, send } = useView();
  const label = !canPrint ? words.cannotPrint : pages === undefined ? words.layingOut : words.printPages(pages);
  return (
    <Button
      kind="primary"
      icon={canPrint ? 'print' : 'warn'}
      disabled={!canPrint || pages === undefined}
      onPress={() => send({ type: 'print' })}
    >
      {label}
    </Button>
  );
}

/** The record as the paper will show it, and the one next thing: print. */
export function Record({ item, revealed, documentNumber, pages, content, canPrint }: RecordScreen): ReactElement {
  const { words, say, snapshot } = useView();
  const actions = (
    <div className="record-tools">
      {isPersonal(content) && <RevealButton revealed={revealed} />}
      <PrintButton canPrint={canPrint} pages={pages} />
    </div>
  );
  const number = `${words.documentNumber} ${documentNumber}`;
  if (content.kind === 'layout') return <RecordLayout content={content} lead={number} actions={actions} />;
  return (
    <Screen className="record" title={say(content.title)} lead={number} actions={actions}>
      <div className="paper-preview">
        <div className="paper-sheet">
          <h2>{say(content.title)}</h2>
          <p>
            {Object.values(content.subject)
              .filter((value) => value !== null)
              .join(snapshot.language === 'en' ? ' ' : '　')}
          </p>
          {GREEKED_LINES.map((line) => (
            <span key={line} className="greeked" />
          ))}
          <Icon name={item.icon} />
        </div>
        <p>{words.deliveredText}</p>
      </div>
    </Screen>
  );
}
