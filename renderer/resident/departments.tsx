import type { ReactElement } from 'react';
import type { Screen as ScreenOf } from '../../contract/screen.ts';
import { Screen } from '../ui/screen.tsx';
import { usePages } from '../ui/use-pages.ts';
import { useView } from '../ui/view.ts';
import { aPageOf } from './capacities.ts';
import { ListPager } from './list-pager.tsx';
import { Shelves } from './shelves.tsx';

type DepartmentsScreen = Extract<ScreenOf, { name: 'departments' }>;

/** All departments, with the number of their items. */
export function Departments({ departments }: DepartmentsScreen): ReactElement {
  const { words, send, snapshot } = useView();
  const pages = usePages(departments, aPageOf('departments', departments.length, snapshot));
  return (
    <Screen
      className="browse"
      title={words.departmentsTitle}
      actions={
        <>
          <div className="shelves">
            <Shelves shelves={pages.shown} onPress={(department) => send({ type: 'chooseDepartment', department })} />
          </div>
          <ListPager pages={pages} />
        </>
      }
    />
  );
}
