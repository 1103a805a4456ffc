import type { ReactElement } from 'react';
import type { ItemTile as Item } from '../../contract/screen.ts';
import { Tile } from '../ui/tile.tsx';
import { useView } from '../ui/view.ts';

/** An item to choose, or the reason why not here and now. */
export function ItemTile({ item }: { item: Item }): ReactElement {
  const { words, say, send } = useView();
  return (
    <Tile
      icon={item.icon}
      label={say(item.name)}
      unavailable={item.unavailable && words[item.unavailable]}
      onPress={() => send({ type: 'chooseItem', code: item.code })}
    />
  );
}
