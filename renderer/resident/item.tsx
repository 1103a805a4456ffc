import { type ReactElement, useState } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { ScrollPages } from '../ui/scroll-pages.tsx';
import { useView } from '../ui/view.ts';
import { ItemGuide } from './item-guide.tsx';
import { ItemParts } from './item-parts.tsx';
import { ItemWays } from './item-ways.tsx';
import { whyNot } from './why-not.ts';

export type ItemScreen = Extract<ScreenOf, { name: 'item' }>;

/**
 * All about one item. What can be finished here has one big button; what cannot says why in one sentence, and how it goes
 * on comes before everything else: never a dead end.
 */
export function Item(screen: ItemScreen): ReactElement {
  const { words, say, send, snapshot } = useView();
  const { item, parts, canStart, canPrintGuide, handledBy } = screen;
  const [partsOn, setPartsOn] = useState(false);
  const openParts = parts.filter(({ code }) => code !== undefined);
  const reason = whyNot(screen, words, say);
  // Low controls stand with the others; else the list begins where the eye is.
  const low = snapshot.modes.reach || snapshot.orientation === 'landscape';
  const partsList = partsOn && <ItemParts parts={parts} />;
  return (
    <Screen
      className="item"
      title={say(item.name)}
      lead={say(handledBy.authority)}
      actions={
        <>
          {low && partsList}
          <div className="item-tools">
            {openParts.length > 0 && (
              <Button icon={partsOn ? 'back' : 'bundle'} onPress={() => setPartsOn(!partsOn)}>
                {partsOn ? words.partsClose : words.partsOpen(openParts.length)}
              </Button>
            )}
            {canPrintGuide && (
              <Button
                kind={canStart ? 'secondary' : 'primary'}
                icon="print"
                onPress={() => send({ type: 'printGuide' })}
              >
                {words.printGuide}
              </Button>
            )}
            {canStart && (
              <Button kind="primary" icon="next" onPress={() => send({ type: 'start' })}>
                {words.start}
              </Button>
            )}
          </div>
        </>
      }
    >
      {reason && !partsOn && (
        <Notice icon={item.finishes ? 'warn' : 'guide'} kind={item.finishes ? 'warn' : 'calm'}>
          {reason}
        </Notice>
      )}
      {partsOn && <h2>{words.parts}</h2>}
      {!low && partsList}
      {!partsOn && (
        <ScrollPages label={words.contentLabel}>
          {!canStart && <ItemWays {...screen} />}
          <ItemGuide {...screen} />
          {canStart && <ItemWays {...screen} />}
        </ScrollPages>
      )}
    </Screen>
  );
}
