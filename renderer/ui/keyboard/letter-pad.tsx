import { type ReactElement, useState } from 'react';
import { useView } from '../view.ts';
import { DeleteKey } from './delete-key.tsx';
import { Key } from './key.tsx';
import { DIGITS, LETTERS } from './layouts.ts';

export interface LetterPadProps {
  readonly onKey: (key: string) => void;
  /** What a letter key sends. Pinyin is small, codes and plates are large. */
  readonly letters: 'small' | 'large';
  readonly dash?: boolean;
}

/** A–Z in nine columns, the digits below; where there is no room for both, a key changes between them. */
export function LetterPad({ onKey, letters, dash = false }: LetterPadProps): ReactElement {
  const { words, snapshot } = useView();
  const { modes, orientation } = snapshot;
  const layered = modes.elder && modes.reach && orientation === 'portrait';
  const [digitsOn, setDigitsOn] = useState(false);
  const digitKeys = (
    <div className="keys digits">
      {DIGITS.map((digit) => (
        <Key key={digit} onPress={() => onKey(digit)}>
          {digit}
        </Key>
      ))}
      {dash && <Key onPress={() => onKey('-')}>-</Key>}
      <Key className={`word ${dash ? '' : 'wide'}`} onPress={() => onKey('clear')}>
        {words.keyClear}
      </Key>
    </div>
  );
  if (layered && digitsOn) {
    return (
      <>
        {digitKeys}
        <div className="keys pair">
          <Key className="word" onPress={() => setDigitsOn(false)}>
            {words.keyLetters}
          </Key>
          <DeleteKey onKey={onKey} />
        </div>
      </>
    );
  }
  return (
    <>
      <div className="keys letters">
        {LETTERS.map((letter) => (
          <Key key={letter} onPress={() => onKey(letters === 'small' ? letter.toLowerCase() : letter)}>
            {letter}
          </Key>
        ))}
        <DeleteKey onKey={onKey} />
      </div>
      {layered ? (
        <div className="keys pair">
          <Key className="word" onPress={() => setDigitsOn(true)}>
            {words.keyDigits}
          </Key>
          <Key className="word" onPress={() => onKey('clear')}>
            {words.keyClear}
          </Key>
        </div>
      ) : (
        digitKeys
      )}
    </>
  );
}
