import type { ReactElement } from 'react';
import type { Shelf } from '../../contract/tiles.ts';
import { Button } from '../ui/button.tsx';
import { useView } from '../ui/view.ts';
import { HOME_CHIPS } from './capacities.ts';

const COLUMNS = { portrait: 4, landscape: 8 } as const;

/** The departments that most people come for, each one touch away; the last chip leads to all of them. */
export function HomeDepartments({ departments }: { departments: readonly Shelf[] }): ReactElement {
  const { words, say, send, snapshot } = useView();
  const shown = departments.slice(0, HOME_CHIPS);
  const columns = COLUMNS[snapshot.orientation];
  const leftOver = columns - (shown.length % columns);
  return (
    <section className="home-departments" aria-label={words.departmentsTitle}>
      <h2>{words.departmentsTitle}</h2>
      <div className="chips">
        {shown.map(({ id, name }) => (
          <Button key={id} className="chip" onPress={() => send({ type: 'chooseDepartment', department: id })}>
            {say(name)}
          </Button>
        ))}
        <div className="chip-rest" style={{ gridColumn: `span ${leftOver}` }}>
          <Button className="chip all" onPress={() => send({ type: 'openDepartments' })}>
            {words.allDepartments}
          </Button>
        </div>
      </div>
    </section>
  );
}
