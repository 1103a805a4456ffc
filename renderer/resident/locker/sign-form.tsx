import { type ReactElement, useState } from 'react';
import type { Signature } from '../../../contract/locker.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SignaturePad } from '../../ui/signature-pad.tsx';
import { isSigned, SIMPLE_MARK, type Stroke, signatureOf, withStroke } from '../../ui/strokes.ts';
import { useView } from '../../ui/view.ts';
import type { PickupSignScreen } from './pickup-sign.tsx';
import { StillTold } from './still-told.tsx';
import type { SmallStill } from './use-small-still.ts';

/** What is behind which door, and the box to sign in; who cannot sign presses a button instead. */
export function SignForm(props: PickupSignScreen & { readonly taken: SmallStill }): ReactElement {
  const { itemName, maskedCase, maskedHolder, by, cell, taken } = props;
  const { words, say, send } = useView();
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [isSent, setSent] = useState(false);
  const sign = (signature: Signature): void => {
    if (isSent) return;
    setSent(true);
    send({ type: 'sign', signature, ...(taken.kind === 'taken' && { still: taken.base64 }) });
  };
  const value = (text: string): ReactElement => <strong>{text}</strong>;
  return (
    <Screen
      className="sign-form"
      title={by === 'agent' ? words.signTitleAgent : words.signTitle}
      actions={
        <>
          <SignaturePad
            strokes={strokes}
            onStroke={(stroke) => setStrokes((before) => withStroke(before, stroke))}
            label={words.signPad}
            note={by === 'agent' ? words.signHereAgent : words.signHere}
          />
          <div className="bar-of-two">
            <Button icon="delete" repeatable disabled={strokes.length === 0 || isSent} onPress={() => setStrokes([])}>
              {words.signClear}
            </Button>
            <Button icon="hand" disabled={isSent} onPress={() => sign(SIMPLE_MARK)}>
              {words.signSimple}
            </Button>
          </div>
          {/* Lines on the pad prove that the touch is meant, also right after the last of them. */}
          <Button
            kind="primary"
            icon="check"
            repeatable
            disabled={!isSigned(strokes) || isSent}
            onPress={() => sign(signatureOf(strokes))}
          >
            {isSent ? words.signSending : words.signDone}
          </Button>
        </>
      }
    >
      <Facts
        columns={2}
        facts={[
          { key: 'item', label: words.signItem, value: value(say(itemName)) },
          { key: 'cell', label: words.signCell, value: value(words.signCellValue(cell)) },
          { key: 'case', label: words.signCase, value: <span className="id-number">{maskedCase}</span> },
          {
            key: 'holder',
            label: by === 'agent' ? `${words.signHolder} · ${words.signByAgent}` : words.signHolder,
            value: value(maskedHolder),
          },
        ]}
      />
      {taken.kind === 'none' ? <p className="still-told">{words.signKept}</p> : <StillTold still={taken} />}
    </Screen>
  );
}
