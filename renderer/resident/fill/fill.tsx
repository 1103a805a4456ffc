import { type ReactElement, useCallback } from 'react';
import type { Screen as ScreenOf } from '../../../contract/screen.ts';
import type { Bilingual } from '../../../contract/text.ts';
import { FAULT_WORDS, NOTHING_CHOSEN } from '../../i18n/fault-words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useView } from '../../ui/view.ts';
import { FieldInput } from './field-input.tsx';
import { FieldValue } from './field-value.tsx';

export type FillScreen = Extract<ScreenOf, { name: 'fill' }>;

/** Fields in which nothing is typed. */
const CHOSEN: readonly FillScreen['field']['type'][] = ['choice', 'region', 'date', 'monthRange'];

function faultWords(field: FillScreen['field'], fault: NonNullable<FillScreen['fault']>): Bilingual {
  if (field.message) return field.message;
  return fault === 'missing' && CHOSEN.includes(field.type) ? NOTHING_CHOSEN : FAULT_WORDS[fault];
}

/** One field a page: what is asked, what is filled in, what is wrong with it, and the keys that fit it. */
export function Fill(screen: FillScreen): ReactElement {
  const { words, say, send } = useView();
  const { item, field, step, steps, typed, fault } = screen;
  const next = useCallback(() => send({ type: 'next' }), [send]);
  const empty = typed.text === '' && typed.composing === '';
  const skips = !field.required && empty;
  return (
    <Screen
      className={`fill ${field.type}`}
      title={say(field.label)}
      lead={steps > 1 ? `${words.stepOf(step, steps)} · ${say(item.name)}` : say(item.name)}
      actions={
        <>
          <FieldInput {...screen} />
          <Button kind="primary" icon="next" onPress={next}>
            {skips ? words.skipField : words.next}
          </Button>
        </>
      }
    >
      {field.hint && <p className="fill-hint">{say(field.hint)}</p>}
      {!field.required && <p className="small">{words.optional}</p>}
      <FieldValue {...screen} />
      <div aria-live="assertive">
        {fault && (
          <Notice icon="warn" kind="warn">
            {say(faultWords(field, fault))}
          </Notice>
        )}
      </div>
    </Screen>
  );
}
