import type { ReactElement } from 'react';
import type { ItemTile as Item } from '../../contract/tiles.ts';
import { Tile } from '../ui/tile.tsx';
import { useView } from '../ui/view.ts';

/** An item to choose; where it cannot be finished here and now, with the reason. */
export function ItemTile({ item }: { item: Item }): ReactElement {
  const { words, say, send } = useView();
  return (
    <Tile
      icon={item.icon}
      label={say(item.name)}
      unavailable={item.unavailable && words[item.unavailable]}
      tag={item.finishes ? undefined : words.guideOnly}
      onPress={() => send({ type: 'chooseItem', code: item.code })}
    />
  );
}
