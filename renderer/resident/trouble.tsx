import type { ReactElement } from 'react';
import type { ErrorCode } from '../../contract/errors.ts';
import { Button } from '../ui/button.tsx';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { TroubleBody, TroubleSentence } from './trouble-body.tsx';
import { placeOfTrouble } from './trouble-words.ts';

export interface EndedProps {
  readonly title: string;
  readonly code: ErrorCode;
  readonly retry: boolean;
  readonly safe?: string;
}

/** Something ended without success: the sentence, what to do now, and a way on. */
export function Ended({ title, code, retry, safe }: EndedProps): ReactElement {
  const { words, send } = useView();
  const place = placeOfTrouble(code);
  return (
    <Screen
      className="trouble"
      {...(place && { sign: 'warn' as const })}
      title={title}
      lead={<TroubleSentence code={code} />}
      art={
        place ? (
          <DeviceHint lit={[place]} motion="none" words={words} />
        ) : (
          <span className="big-sign warn">
            <Icon name="warn" />
          </span>
        )
      }
      actions={
        <>
          {retry && (
            <Button kind="primary" icon="next" onPress={() => send({ type: 'retry' })}>
              {words.retry}
            </Button>
          )}
          <Button kind={retry ? 'secondary' : 'primary'} icon="home" onPress={() => send({ type: 'home' })}>
            {words.otherItems}
          </Button>
        </>
      }
    >
      <TroubleBody code={code} retry={retry} {...(safe && { safe })} />
    </Screen>
  );
}

/** Anything that went wrong with the chosen item, but a print. */
export function Trouble({ code, retry }: { code: ErrorCode; retry: boolean }): ReactElement {
  const { words } = useView();
  return <Ended title={words.troubleTitle} code={code} retry={retry} safe={words.caseSafe} />;
}
