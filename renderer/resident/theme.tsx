import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';
import { ItemList } from './item-list.tsx';

type ThemeScreen = Extract<ScreenOf, { name: 'theme' }>;

/** The items of one life event. */
export function Theme({ theme, items }: ThemeScreen): ReactElement {
  const { words, say } = useView();
  return (
    <Screen className="browse" title={say(theme.name)} lead={words.themeLead} actions={<ItemList items={items} />}>
      {items.length === 0 && <Notice icon="event">{words.noItems}</Notice>}
    </Screen>
  );
}
