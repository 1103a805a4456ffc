import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { LockerWays } from './locker/locker-ways.tsx';
import { LookAround } from './look-around.tsx';
import { TroubleBody, TroubleSentence } from './trouble-body.tsx';

/** The machine cannot serve at the moment; its locker may. */
export function OutOfService({ code, locker }: Extract<ScreenOf, { name: 'outOfService' }>): ReactElement {
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
      actions={
        <>
          {locker === 'ready' && <LockerWays state={locker} />}
          <LookAround />
        </>
      }
    >
      <TroubleBody code={code} />
    </Screen>
  );
}
