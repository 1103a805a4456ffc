import type { ReactElement } from 'react';
import type { Screen as ScreenOf, Snapshot } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { isTight, POPULAR_SHOWN } from './capacities.ts';
import { EarlierPrint } from './earlier-print.tsx';
import { HomeDepartments } from './home-departments.tsx';
import { LockerWays } from './locker/locker-ways.tsx';
import { PopularItems } from './popular-items.tsx';

/** Whole rows of tiles beside a notice. */
const FEW = { portrait: 4, landscape: 3 } as const;
const TIGHT = 6;

/** One row of tiles, where the ways to the locker stand above them, too. */
const FEWEST = { portrait: 2, landscape: 3 } as const;

/** Whole rows, without a pager where all of them can stand; a pager takes the room of a row. */
function tilesAPage(popular: number, noticed: boolean, withLocker: boolean, snapshot: Snapshot): number {
  const { orientation, modes } = snapshot;
  if (withLocker && modes.elder && modes.reach) return FEWEST[orientation];
  // Large letters alone, upright: the departments are away, so there is room for all.
  if (modes.elder && !modes.reach && orientation === 'portrait') return noticed ? TIGHT : POPULAR_SHOWN;
  if (isTight(snapshot)) return noticed || popular > TIGHT ? FEW[orientation] : TIGHT;
  const fitting = noticed || orientation === 'landscape' ? TIGHT : POPULAR_SHOWN;
  if (popular <= fitting) return fitting;
  return noticed ? FEW[orientation] : TIGHT;
}

type HomeScreen = Extract<ScreenOf, { name: 'home' }>;

/**
 * Four ways on, from the one who can name it to the one who looks around: search, popular items, life events,
 * departments. With large letters or low controls the departments have a page of their own.
 */
export function Home({ popular, departments, locker, earlier }: HomeScreen): ReactElement {
  const { words, snapshot, send } = useView();
  const tight = isTight(snapshot);
  const lockerClosed = locker?.state === 'closed';
  const noticed = snapshot.offline || earlier !== undefined || lockerClosed;
  const allClosed = popular.length > 0 && popular.every((item) => item.unavailable !== undefined);
  const themes = (
    <Button className="themes-open" icon="event" onPress={() => send({ type: 'openThemes' })}>
      {words.themesOpen}
      {!tight && <span className="hint">{words.themesHint}</span>}
    </Button>
  );
  return (
    <Screen
      className={`home ${noticed ? 'noticed' : ''} ${tight ? 'tight' : ''} ${locker?.state === 'ready' ? 'with-locker' : ''}`}
      title={words.homeTitle}
      actions={
        <>
          {locker && !lockerClosed && <LockerWays {...locker} />}
          <Button className="search-open" icon="search" onPress={() => send({ type: 'openSearch' })}>
            {words.searchOpen}
          </Button>
          <PopularItems
            items={popular}
            size={tilesAPage(popular.length, noticed, locker?.state === 'ready', snapshot)}
          />
          {tight ? (
            <div className="ways">
              {themes}
              <Button icon="department" onPress={() => send({ type: 'openDepartments' })}>
                {words.departmentsAll}
              </Button>
            </div>
          ) : (
            <>
              {themes}
              <HomeDepartments departments={departments} />
            </>
          )}
        </>
      }
    >
      {earlier && <EarlierPrint {...earlier} />}
      {lockerClosed && <LockerWays {...locker} />}
      {/* The items say it themselves, where there is no room for all that there is to say. */}
      {snapshot.offline && !(tight && earlier) && !(lockerClosed && (tight || earlier)) && (
        <Notice icon="offline" kind="warn">
          {allClosed ? words.offlineAll : words.offline}
        </Notice>
      )}
    </Screen>
  );
}
