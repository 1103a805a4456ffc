import type { ReactElement } from 'react';
import type { ItemTile as Item } from '../../contract/tiles.ts';
import { usePages } from '../ui/use-pages.ts';
import { ItemTile } from './item-tile.tsx';
import { ListPager } from './list-pager.tsx';

/** Items as tiles, at most `size` a page. */
export function PopularItems({ items, size }: { items: readonly Item[]; size: number }): ReactElement {
  const pages = usePages(items, size);
  return (
    <>
      <div className="tiles">
        {pages.shown.map((item) => (
          <ItemTile key={item.code} item={item} />
        ))}
      </div>
      <ListPager pages={pages} />
    </>
  );
}
