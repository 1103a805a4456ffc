import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { useView } from '../../ui/view.ts';
import { todayText } from './days.ts';
import {
  lastMonths,
  type MonthRange,
  monthNumber,
  monthOf,
  moveEnd,
  quickSpans,
  readRange,
  writeRange,
  yearOf,
} from './months.ts';

const MONTHS_A_YEAR = 12;

function Stepper(props: {
  readonly name: string;
  readonly shown: string;
  readonly onStep: (by: 1 | -1) => void;
}): ReactElement {
  const { words } = useView();
  return (
    <fieldset className="month-stepper" aria-label={props.name}>
      <Button icon="minus" repeatable onPress={() => props.onStep(-1)}>
        <span className="sr-only">{`${props.name} ${words.earlier}`}</span>
      </Button>
      <span className="month-shown">{props.shown}</span>
      <Button icon="plus" repeatable onPress={() => props.onStep(1)}>
        <span className="sr-only">{`${props.name} ${words.laterOnes}`}</span>
      </Button>
    </fieldset>
  );
}

/** Complete months: the usual spans at one touch, and both ends by year and month. */
export function MonthsInput({ maxMonths, value }: { maxMonths: number; value: string }): ReactElement {
  const { words, send } = useView();
  const [year = 0, month = 1] = todayText(new Date()).split('-').map(Number);
  const current = monthNumber(year, month);
  const chosen = readRange(value);
  const range = chosen ?? lastMonths(Math.min(MONTHS_A_YEAR, maxMonths), current);
  const pick = (next: MonthRange): void => send({ type: 'pick', value: writeRange(next) });
  // Nothing stands there before something is chosen: the first touch chooses the usual span, the next ones move it.
  const move = (end: 'from' | 'until', by: number): void =>
    pick(chosen ? moveEnd(chosen, end, by, maxMonths, current) : range);
  return (
    <>
      <div className="quick-spans">
        {quickSpans(maxMonths).map((months) => {
          const span = lastMonths(months, current);
          return (
            <Button key={months} pressed={value === writeRange(span)} onPress={() => pick(span)}>
              {words.months(months)}
            </Button>
          );
        })}
      </div>
      <div className="month-ends">
        {(['from', 'until'] as const).map((end) => (
          <div key={end} className="month-end">
            <span>{words[end]}</span>
            <Stepper
              name={`${words[end]} ${words.pickYear}`}
              shown={chosen ? words.year(yearOf(chosen[end])) : '—'}
              onStep={(by) => move(end, by * MONTHS_A_YEAR)}
            />
            <Stepper
              name={`${words[end]} ${words.pickMonth}`}
              shown={chosen ? words.month(monthOf(chosen[end])) : '—'}
              onStep={(by) => move(end, by)}
            />
          </div>
        ))}
      </div>
    </>
  );
}
