import type { ReactElement } from 'react';
import { ERRORS } from '../../contract/errors.ts';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

type PrintedScreen = Extract<ScreenOf, { name: 'printed' }>;

function Receipt({ receipt, receiptCode }: Pick<PrintedScreen, 'receipt' | 'receiptCode'>): ReactElement {
  const { words, say } = useView();
  switch (receipt) {
    case 'printing':
      return <Notice icon="receipt">{words.receiptPrinting}</Notice>;
    case 'done':
      return <Notice icon="check">{words.receiptDone}</Notice>;
    case 'none':
      return <Notice icon="receipt">{words.receiptNone}</Notice>;
    case 'failed':
      return (
        <Notice icon="warn" kind="warn">
          {say(ERRORS[receiptCode ?? 'receipt.fault'].resident)}
        </Notice>
      );
  }
}

/** The printer has proved that the paper came out. */
export function Printed({ pages, receipt, receiptCode }: PrintedScreen): ReactElement {
  const { words } = useView();
  return (
    <Screen
      className="printed hero centered"
      title={words.printedTitle(pages)}
      lead={words.printedTake}
      art={<DeviceHint lit={receipt === 'done' ? ['paper', 'receipt'] : ['paper']} motion="take" words={words} />}
    >
      <div aria-live="polite">
        <Receipt receipt={receipt} {...(receiptCode && { receiptCode })} />
      </div>
    </Screen>
  );
}
