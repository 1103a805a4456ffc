import type { ReactElement } from 'react';
import { DeleteKey } from './delete-key.tsx';
import { Key } from './key.tsx';
import { PROVINCES } from './layouts.ts';
import { LetterPad } from './letter-pad.tsx';

/** A number plate: the province first, then letters and digits. */
export function PlatePad({ text, onKey }: { text: string; onKey: (key: string) => void }): ReactElement {
  if (text !== '') return <LetterPad onKey={onKey} letters="large" />;
  return (
    <div className="keys letters">
      {PROVINCES.map((province) => (
        <Key key={province} onPress={() => onKey(province)}>
          {province}
        </Key>
      ))}
      <DeleteKey onKey={onKey} />
    </div>
  );
}
