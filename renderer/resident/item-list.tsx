import type { ReactElement } from 'react';
import { type ItemTile, unavailableSchema } from '../../contract/tiles.ts';
import type { Words } from '../i18n/zh.ts';
import { Row } from '../ui/row.tsx';
import { usePages } from '../ui/use-pages.ts';
import { useView } from '../ui/view.ts';
import { aPageOf } from './capacities.ts';
import { ListPager } from './list-pager.tsx';

/** One or two words for a low row; the item's own page says it whole. */
export const shortReason = ({ unavailable }: ItemTile, words: Words): string | undefined =>
  unavailable && words.shortReasons[unavailableSchema.options.indexOf(unavailable)];

/** Items as a dense list in two columns, as many as fit; the rest behind big buttons. */
export function ItemList({ items }: { items: readonly ItemTile[] }): ReactElement {
  const { words, say, send, snapshot } = useView();
  const pages = usePages(items, aPageOf('items', items.length, snapshot));
  return (
    <>
      <div className="rows">
        {pages.shown.map((item) => (
          <Row
            key={item.code}
            label={say(item.name)}
            unavailable={shortReason(item, words)}
            tag={item.finishes ? undefined : words.guideOnly}
            onPress={() => send({ type: 'chooseItem', code: item.code })}
          />
        ))}
      </div>
      <ListPager pages={pages} />
    </>
  );
}
