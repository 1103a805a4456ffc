import type { ReactElement } from 'react';

export interface DigitBoxesProps {
  /** What is asked, for a screen reader: how many of how many. */
  readonly label: string;
  readonly typed: string;
  /** Numbers of boxes that stand together: 15 digits are read as 6, 4 and 5. */
  readonly groups: readonly number[];
}

/** Digits as they are typed, one box for each, so that it is seen how many are missing and where one went wrong. */
export function DigitBoxes({ label, typed, groups }: DigitBoxesProps): ReactElement {
  let begin = 0;
  const shown = groups.map((size) => {
    const first = begin;
    begin += size;
    return { first, places: Array.from({ length: size }, (_, at) => first + at) };
  });
  return (
    <output className={`digit-boxes of-${begin}`} aria-label={label}>
      {shown.map(({ first, places }) => (
        <span key={first} className="digit-group">
          {places.map((place) => (
            <span key={place} className={place === typed.length ? 'digit-box next' : 'digit-box'}>
              {typed[place]}
            </span>
          ))}
        </span>
      ))}
    </output>
  );
}
