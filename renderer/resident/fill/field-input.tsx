import { type ReactElement, useCallback } from 'react';
import { HanziPad } from '../../ui/keyboard/hanzi-pad.tsx';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import { LetterPad } from '../../ui/keyboard/letter-pad.tsx';
import { NumberPad } from '../../ui/keyboard/number-pad.tsx';
import { PlatePad } from '../../ui/keyboard/plate-pad.tsx';
import { useView } from '../../ui/view.ts';
import { ChoiceInput } from './choice-input.tsx';
import { DateInput } from './date-input.tsx';
import type { FillScreen } from './fill.tsx';
import { MonthsInput } from './months-input.tsx';
import { RegionInput } from './region-input.tsx';

const NUMBERS = /^[0-9Xx-]$/;
const LETTERS = /^[a-zA-Z0-9-]$/;

/** Which character a key sends: codes and plates are written in capitals. */
function useKeys(upper: boolean): (key: string) => void {
  const { send } = useView();
  return useCallback(
    (key: string) => send({ type: 'key', key: upper && key.length === 1 ? key.toUpperCase() : key }),
    [send, upper],
  );
}

function TextKeys({ field, typed }: FillScreen): ReactElement {
  const { send } = useView();
  const hanzi = field.type === 'text' && ['plain', 'personName', 'companyName', 'address'].includes(field.format);
  const onKey = useKeys(!hanzi);
  const { words } = useView();
  const pad = (): ReactElement => {
    if (field.type === 'number') return <NumberPad onKey={onKey} extra={field.min < 0 ? '-' : undefined} />;
    if (field.type === 'phone') return <NumberPad onKey={onKey} />;
    if (field.type !== 'text') return <NumberPad onKey={onKey} extra="X" />;
    switch (field.format) {
      case 'uscc':
        return <LetterPad onKey={onKey} letters="large" />;
      case 'certificateNumber':
        return <LetterPad onKey={onKey} letters="large" dash />;
      case 'plateNumber':
        return <PlatePad text={typed.text} onKey={onKey} />;
      default:
        return <HanziPad typed={typed} onKey={onKey} onCandidate={(index) => send({ type: 'candidate', index })} />;
    }
  };
  return (
    <Keyboard label={words.keyboardLabel} onKey={onKey} accepts={field.type === 'text' ? LETTERS : NUMBERS}>
      {pad()}
    </Keyboard>
  );
}

/** What the field is filled in with: keys, buttons, or a calendar. */
export function FieldInput(screen: FillScreen): ReactElement {
  const { field, value, regions } = screen;
  switch (field.type) {
    case 'choice':
      return <ChoiceInput choices={field.choices} value={value} />;
    case 'region':
      return <RegionInput regions={regions ?? []} value={value} />;
    case 'date':
      return <DateInput field={field} value={value} />;
    case 'monthRange':
      return <MonthsInput maxMonths={field.maxMonths} value={value} />;
    default:
      return <TextKeys {...screen} />;
  }
}
