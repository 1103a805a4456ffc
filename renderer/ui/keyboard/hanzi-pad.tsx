import { type ReactElement, useState } from 'react';
import { MORE_CANDIDATES_KEY } from '../../../contract/catalogue/typing-keys.ts';
import type { Typed } from '../../../contract/tiles.ts';
import { useView } from '../view.ts';
import { candidateRows } from './candidate-rows.ts';
import { Key } from './key.tsx';
import { LetterPad } from './letter-pad.tsx';

export interface HanziPadProps {
  readonly typed: Typed;
  readonly onKey: (key: string) => void;
  readonly onCandidate: (index: number) => void;
}

/** One row of the hanzi that are offered; the last key turns to the next row, and after the last asks for other ones. */
function Candidates({ typed, onKey, onCandidate }: HanziPadProps): ReactElement {
  const { words, snapshot } = useView();
  const [turned, setTurned] = useState({ offered: '', row: 0 });
  const rows = candidateRows(typed.candidates, snapshot.modes.elder ? 'elder' : 'normal');
  const offered = typed.candidates.join(' ');
  // Other hanzi begin with the likeliest again.
  const row = turned.offered === offered ? turned.row : 0;
  const turn = (): void => {
    const last = row + 1 >= rows.length;
    setTurned({ offered, row: last ? 0 : row + 1 });
    if (last) onKey(MORE_CANDIDATES_KEY);
  };
  const { from, to } = rows[row] ?? { from: 0, to: 0 };
  return (
    <fieldset className="keys candidates" aria-label={words.candidatesLabel}>
      {typed.candidates.slice(from, to).map((candidate, place) => (
        <Key key={candidate} onPress={() => onCandidate(from + place)}>
          {candidate}
        </Key>
      ))}
      {rows.length > 1 && (
        <Key className="word more" onPress={turn}>
          {words.moreCandidates}
        </Key>
      )}
    </fieldset>
  );
}

/** Pinyin becomes hanzi: letters below, the hanzi that are offered for them above. */
export function HanziPad({ typed, onKey, onCandidate }: HanziPadProps): ReactElement {
  return (
    <>
      <Candidates typed={typed} onKey={onKey} onCandidate={onCandidate} />
      <LetterPad onKey={onKey} letters="small" dash />
    </>
  );
}
