import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

/** GB/T 39734 levels, best first. None is chosen beforehand. */
const LEVELS = [5, 4, 3, 2, 1] as const;

/** Comes by itself after a print; five levels; can be skipped. */
export function Rating(): ReactElement {
  const { words, send } = useView();
  return (
    <Screen
      className="rating centered"
      title={words.ratingTitle}
      lead={words.ratingText}
      actions={
        <>
          <ul className="levels">
            {LEVELS.map((level) => (
              <li key={level}>
                <Button icon={`face${level}`} onPress={() => send({ type: 'rate', level })}>
                  {words.ratingLevels[level - 1]}
                </Button>
              </li>
            ))}
          </ul>
          <Button onPress={() => send({ type: 'skip' })}>{words.skip}</Button>
        </>
      }
    />
  );
}
