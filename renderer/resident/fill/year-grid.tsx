import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useView } from '../../ui/view.ts';

interface YearGridProps {
  readonly first: number;
  readonly last: number;
  readonly chosen: number | undefined;
  /** A year of the page that is shown first. */
  readonly start: number;
  readonly onChoose: (year: number) => void;
}

/** Pages begin with odd decades, so that the one of now is mostly past: 2010–2029. */
const A_PAGE = 20;
/** Where controls have less room: one decade. */
const A_LOW_PAGE = 10;

/** Years by decades; big buttons turn to earlier and later ones. */
export function YearGrid({ first, last, chosen, start, onChoose }: YearGridProps): ReactElement {
  const { words, snapshot } = useView();
  const size = snapshot.modes.reach || snapshot.orientation === 'landscape' ? A_LOW_PAGE : A_PAGE;
  const within = Math.min(Math.max(start, first), last);
  const [from, setFrom] = useState(Math.floor((within - A_LOW_PAGE) / size) * size + A_LOW_PAGE);
  const years = Array.from({ length: size }, (_, index) => from + index);
  return (
    <>
      <div className="calendar years">
        {years.map((year) => (
          <Button
            key={year}
            pressed={year === chosen}
            disabled={year < first || year > last}
            onPress={() => onChoose(year)}
          >
            {words.year(year)}
          </Button>
        ))}
      </div>
      {(first < from || last >= from + size) && (
        <Pager
          previous={words.earlier}
          next={words.laterOnes}
          where={`${from}–${from + size - 1}`}
          atStart={from <= first}
          atEnd={from + size > last}
          onTurn={(direction) => setFrom(from + direction * size)}
        />
      )}
    </>
  );
}
