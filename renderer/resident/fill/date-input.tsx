import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useView } from '../../ui/view.ts';
import { boundsOf, daysInMonth, todayText, two, within } from './days.ts';
import { YearGrid } from './year-grid.tsx';

interface DateInputProps {
  readonly field: { readonly earliest?: number | undefined; readonly latest?: number | undefined };
  readonly value: string;
}

type Part = 'year' | 'month' | 'day';
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** A day by three touches: its year, its month, its day. What was touched stays above and can be changed. */
export function DateInput({ field, value }: DateInputProps): ReactElement {
  const { words, send } = useView();
  const today = todayText(new Date());
  const bounds = boundsOf(field, today);
  const [filledYear, filledMonth, filledDay] = value.split('-').map(Number);
  const [year, setYear] = useState(filledYear || undefined);
  const [month, setMonth] = useState(filledMonth);
  const [part, setPart] = useState<Part>('year');
  const parts: readonly [Part, string][] = [
    ['year', year ? words.year(year) : words.pickYear],
    ['month', month ? words.month(month) : words.pickMonth],
    ['day', filledDay ? words.day(filledDay) : words.pickDay],
  ];
  const shownYear = year ?? Number(today.slice(0, 4));
  const start = `${shownYear}-${two(month ?? 1)}`;
  /** A day that was filled in before follows its year and month, so that what is shown above is what is sent. */
  const follow = (newYear: number, newMonth: number): void => {
    if (!filledDay) return;
    const moved = `${newYear}-${two(newMonth)}-${two(Math.min(filledDay, daysInMonth(newYear, newMonth)))}`;
    if (within(moved, bounds)) send({ type: 'pick', value: moved });
  };
  return (
    <>
      <div className="date-parts">
        {parts.map(([one, label]) => (
          <Button
            key={one}
            pressed={one === part}
            // A month of no year, a day of no month: nobody could see which is meant.
            disabled={(one === 'month' && !year) || (one === 'day' && !(year && month))}
            onPress={() => setPart(one)}
          >
            {label}
          </Button>
        ))}
      </div>
      {part === 'year' && (
        <YearGrid
          first={Number(bounds.earliest.slice(0, 4))}
          last={Number(bounds.latest.slice(0, 4))}
          chosen={year}
          start={shownYear}
          onChoose={(chosen) => {
            setYear(chosen);
            follow(chosen, month ?? 1);
            setPart('month');
          }}
        />
      )}
      {part === 'month' && (
        <div className="calendar months">
          {numbers(12).map((one) => (
            <Button
              key={one}
              pressed={one === month}
              disabled={!within(`${shownYear}-${two(one)}`, bounds)}
              onPress={() => {
                setMonth(one);
                follow(shownYear, one);
                setPart('day');
              }}
            >
              {words.month(one)}
            </Button>
          ))}
        </div>
      )}
      {part === 'day' && (
        <div className="calendar days">
          {numbers(daysInMonth(shownYear, month ?? 1)).map((one) => (
            <Button
              key={one}
              pressed={value === `${start}-${two(one)}`}
              disabled={!within(`${start}-${two(one)}`, bounds)}
              onPress={() => send({ type: 'pick', value: `${start}-${two(one)}` })}
            >
              {one}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
