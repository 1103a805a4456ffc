import { type ReactElement, useCallback, useState } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Keyboard } from '../ui/keyboard/keyboard.tsx';
import { LetterPad } from '../ui/keyboard/letter-pad.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { SearchElsewhere, SearchHelp } from './search-help.tsx';
import { SearchHits } from './search-hits.tsx';

type SearchScreen = Extract<ScreenOf, { name: 'search' }>;

const TYPED = /^[a-zA-Z0-9]$/;

/**
 * What was typed, what is found for it while it is typed, and the keys. With large letters and low controls there is no
 * room for keys and results at once, and a button changes between them.
 */
export function Search({ text, hits, total }: SearchScreen): ReactElement {
  const { words, send, snapshot } = useView();
  const { modes, orientation } = snapshot;
  const [resultsOn, setResultsOn] = useState(false);
  const either = modes.elder && modes.reach && orientation === 'portrait';
  const showResults = !either || resultsOn;
  const onKey = useCallback((key: string) => send({ type: 'key', key }), [send]);
  return (
    <Screen
      className="search"
      title={words.searchTitle}
      actions={
        <>
          {showResults && hits.length > 0 && <SearchHits key={text} hits={hits} />}
          {text !== '' && hits.length === 0 && <SearchElsewhere />}
          {either && hits.length > 0 && (
            <Button icon={resultsOn ? 'back' : 'next'} onPress={() => setResultsOn(!resultsOn)}>
              {resultsOn ? words.typeOn : words.seeResults(total)}
            </Button>
          )}
          {!(either && resultsOn && hits.length > 0) && (
            <Keyboard label={words.keyboardLabel} onKey={onKey} accepts={TYPED}>
              <LetterPad onKey={onKey} letters="small" />
            </Keyboard>
          )}
        </>
      }
    >
      <p className="field" aria-live="polite">
        <Icon name="search" />
        <span className="sr-only">{words.searchField}</span>
        <span className="field-text">{text.toUpperCase()}</span>
        <span className="caret" aria-hidden="true" />
        {text !== '' && <span className="field-note">{words.searchFound(total)}</span>}
      </p>
      {hits.length === 0 && <SearchHelp empty={text === ''} />}
    </Screen>
  );
}
