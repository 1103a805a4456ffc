import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { usePages } from '../ui/use-pages.ts';
import { useView } from '../ui/view.ts';
import { ItemTile } from './item-tile.tsx';
import { ListPager } from './list-pager.tsx';

type DepartmentScreen = Extract<ScreenOf, { name: 'department' }>;

/** The items of one department. */
export function Department({ department, items }: DepartmentScreen): ReactElement {
  const { words, say, snapshot } = useView();
  const few = snapshot.modes.elder || snapshot.modes.reach || snapshot.orientation === 'landscape';
  const pages = usePages(items, few ? 6 : 10);
  return (
    <Screen
      className="home"
      title={say(department.name)}
      lead={words.departmentTitle}
      actions={
        <>
          <div className="tiles">
            {pages.shown.map((item) => (
              <ItemTile key={item.code} item={item} />
            ))}
          </div>
          <ListPager pages={pages} />
        </>
      }
    >
      {items.length === 0 && <Notice icon="department">{words.noItems}</Notice>}
    </Screen>
  );
}
