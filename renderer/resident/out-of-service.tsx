import type { ReactElement } from 'react';
import type { ErrorCode } from '../../contract/errors.ts';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { LookAround } from './look-around.tsx';
import { TroubleBody, TroubleSentence } from './trouble-body.tsx';

/** The machine cannot serve at the moment. */
export function OutOfService({ code }: { code: ErrorCode }): ReactElement {
  const { words } = useView();
  return (
    <Screen
      title={words.outOfServiceTitle}
      lead={<TroubleSentence code={code} />}
      art={
        <span className="big-sign warn">
          <Icon name="warn" />
        </span>
      }
      actions={<LookAround />}
    >
      <TroubleBody code={code} />
    </Screen>
  );
}
