import { type ReactElement, useState } from 'react';
import type { Typed } from '../../../contract/screen.ts';
import { useView } from '../view.ts';
import { candidateRows } from './candidate-rows.ts';
import { Key } from './key.tsx';
import { LetterPad } from './letter-pad.tsx';

export interface HanziPadProps {
  readonly typed: Typed;
  readonly onKey: (key: string) => void;
  readonly onCandidate: (index: number) => void;
}

/** One row of the hanzi that are offered; the last key turns to the next ones, and round to the first. */
function Candidates({ typed, onCandidate }: Omit<HanziPadProps, 'onKey'>): ReactElement {
  const { words, snapshot } = useView();
  const [turned, setTurned] = useState({ composing: '', row: 0 });
  const rows = candidateRows(typed.candidates, snapshot.modes.elder ? 'elder' : 'normal');
  // Other letters begin with the likeliest again.
  const row = turned.composing === typed.composing ? turned.row : 0;
  const { from, to } = rows[row] ?? { from: 0, to: 0 };
  return (
    <fieldset className="keys candidates" aria-label={words.candidatesLabel}>
      {typed.candidates.slice(from, to).map((candidate, place) => (
        <Key key={candidate} onPress={() => onCandidate(from + place)}>
          {candidate}
        </Key>
      ))}
      {rows.length > 1 && (
        <Key
          className="word more"
          onPress={() => setTurned({ composing: typed.composing, row: (row + 1) % rows.length })}
        >
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
      <Candidates typed={typed} onCandidate={onCandidate} />
      <LetterPad onKey={onKey} letters="small" dash />
    </>
  );
}
