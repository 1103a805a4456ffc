import type { ReactElement } from 'react';
import type { SearchHit } from '../../contract/tiles.ts';
import { Row } from '../ui/row.tsx';
import { usePages } from '../ui/use-pages.ts';
import { useView } from '../ui/view.ts';
import { aPageOf } from './capacities.ts';
import { shortReason } from './item-list.tsx';
import { ListPager } from './list-pager.tsx';
import { Marked } from './marked.tsx';

function Hit({ item, matched }: SearchHit): ReactElement {
  const { words, say, send, snapshot } = useView();
  const name = say(item.name);
  // The offsets are those of one text: in the other language, or by another name, it is said beside the name.
  const own = matched.in === 'name' && matched.text === name;
  const note = matched.in === 'alias' || snapshot.language === 'en' ? !own : false;
  return (
    <Row
      label={own ? <Marked {...matched} /> : name}
      note={
        note ? (
          <>
            {matched.in === 'name' ? words.inChinese : words.alsoCalled}
            <span lang="zh-CN">
              <Marked {...matched} />
            </span>
          </>
        ) : undefined
      }
      unavailable={shortReason(item, words)}
      tag={item.finishes ? undefined : words.guideOnly}
      onPress={() => send({ type: 'chooseItem', code: item.code })}
    />
  );
}

/** What was found, the likeliest first. */
export function SearchHits({ hits }: { hits: readonly SearchHit[] }): ReactElement {
  const { snapshot } = useView();
  const pages = usePages(hits, aPageOf('hits', hits.length, snapshot));
  return (
    <div className="hits">
      <div className="rows">
        {pages.shown.map((hit) => (
          <Hit key={hit.item.code} {...hit} />
        ))}
      </div>
      <ListPager pages={pages} />
    </div>
  );
}
