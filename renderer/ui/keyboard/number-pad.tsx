import type { ReactElement } from 'react';
import { useView } from '../view.ts';
import { DeleteKey } from './delete-key.tsx';
import { Key } from './key.tsx';

export interface NumberPadProps {
  readonly onKey: (key: string) => void;
  /** The last character of an ID number, or the sign of a number below zero. */
  readonly extra?: 'X' | '-' | undefined;
}

const ROWS = [
  ['1', '2', '3'],
  ['4', '5', '6'],
  ['7', '8', '9'],
] as const;

/** Digits as on a telephone. */
export function NumberPad({ onKey, extra }: NumberPadProps): ReactElement {
  const { words } = useView();
  return (
    <div className="keys numbers">
      {ROWS.flat().map((digit) => (
        <Key key={digit} onPress={() => onKey(digit)}>
          {digit}
        </Key>
      ))}
      {extra && (
        <Key className="extra" onPress={() => onKey(extra)}>
          {extra}
        </Key>
      )}
      <Key className={extra ? 'zero' : 'zero wide'} onPress={() => onKey('0')}>
        0
      </Key>
      <div className="keys side">
        <DeleteKey onKey={onKey} />
        <Key className="word" onPress={() => onKey('clear')}>
          {words.keyClear}
        </Key>
      </div>
    </div>
  );
}
