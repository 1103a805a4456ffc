import type { ReactElement } from 'react';
import type { Shelf } from '../../contract/screen.ts';
import { Button } from '../ui/button.tsx';
import { useView } from '../ui/view.ts';
import { HOME_CHIPS } from './capacities.ts';

/** The departments that most people come for, each one touch away; the last chip leads to all of them. */
export function HomeDepartments({ departments }: { departments: readonly Shelf[] }): ReactElement {
  const { words, say, send } = useView();
  return (
    <section className="home-departments" aria-label={words.departmentsTitle}>
      <h2>{words.departmentsTitle}</h2>
      <div className="chips">
        {departments.slice(0, HOME_CHIPS).map(({ id, name }) => (
          <Button key={id} className="chip" onPress={() => send({ type: 'chooseDepartment', department: id })}>
            {say(name)}
          </Button>
        ))}
        <Button className="chip all" onPress={() => send({ type: 'openDepartments' })}>
          {words.allDepartments}
        </Button>
      </div>
    </section>
  );
}
