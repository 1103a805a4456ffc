import type { ReactElement } from 'react';
import { Row } from '../ui/row.tsx';
import { usePages } from '../ui/use-pages.ts';
import { useView } from '../ui/view.ts';
import { aPageOf } from './capacities.ts';
import type { ItemScreen } from './item.tsx';
import { ListPager } from './list-pager.tsx';

/** The matters that a “一件事” joins; those that are items here lead to their own page. */
export function ItemParts({ parts }: Pick<ItemScreen, 'parts'>): ReactElement {
  const { say, send, snapshot } = useView();
  const open = parts.flatMap(({ name, code }) => (code === undefined ? [] : [{ name, code }]));
  const pages = usePages(open, aPageOf('items', open.length, snapshot));
  return (
    <>
      <div className="rows">
        {pages.shown.map(({ name, code }) => (
          <Row key={code} label={say(name)} onPress={() => send({ type: 'chooseItem', code })} />
        ))}
      </div>
      <ListPager pages={pages} />
    </>
  );
}
