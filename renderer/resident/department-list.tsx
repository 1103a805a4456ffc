import type { ReactElement } from 'react';
import type { Department } from '../../contract/item.ts';
import { Button } from '../ui/button.tsx';
import { Tile } from '../ui/tile.tsx';
import { usePages } from '../ui/use-pages.ts';
import { useView } from '../ui/view.ts';
import { ListPager } from './list-pager.tsx';

interface DepartmentListProps {
  readonly departments: readonly Department[];
}

const TILES_A_PAGE = 6;
const CHIPS_A_PAGE = { portrait: 6, landscape: 5 } as const;

/** The departments as the main thing of the page. */
export function DepartmentTiles({ departments }: DepartmentListProps): ReactElement {
  const { say, send } = useView();
  const pages = usePages(departments, TILES_A_PAGE);
  return (
    <>
      <div className="tiles">
        {pages.shown.map(({ id, name }) => (
          <Tile
            key={id}
            icon="department"
            label={say(name)}
            onPress={() => send({ type: 'chooseDepartment', department: id })}
          />
        ))}
      </div>
      <ListPager pages={pages} />
    </>
  );
}

/** The departments as the second thing, below the popular items. */
export function DepartmentChips({ departments }: DepartmentListProps): ReactElement {
  const { words, say, send, snapshot } = useView();
  const pages = usePages(departments, CHIPS_A_PAGE[snapshot.orientation]);
  return (
    <div className="departments">
      <h2>{words.departmentsTitle}</h2>
      <div className="chips">
        {pages.shown.map(({ id, name }) => (
          <Button key={id} className="chip" onPress={() => send({ type: 'chooseDepartment', department: id })}>
            {say(name)}
          </Button>
        ))}
      </div>
      <ListPager pages={pages} />
    </div>
  );
}
