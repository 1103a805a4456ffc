import type { ReactElement } from 'react';
import type { Shelf } from '../../contract/tiles.ts';
import { Button } from '../ui/button.tsx';
import { useView } from '../ui/view.ts';

interface ShelvesProps {
  readonly shelves: readonly Shelf[];
  readonly onPress: (id: string) => void;
  /** Of sections: the one that is shown. */
  readonly chosen?: string | undefined;
  /** Whether one of them can be on, and so each says whether it is. */
  readonly toggles?: boolean;
}

/** Departments or sections as buttons, each with the number of its items. */
export function Shelves({ shelves, onPress, chosen, toggles = false }: ShelvesProps): ReactElement {
  const { words, say } = useView();
  return (
    <>
      {shelves.map(({ id, name, items }) => (
        <Button key={id} className="shelf" {...(toggles && { pressed: id === chosen })} onPress={() => onPress(id)}>
          <span className="shelf-name">{say(name)}</span>{' '}
          <span className="shelf-items">{toggles ? words.itemCountShort(items) : words.itemCount(items)}</span>
        </Button>
      ))}
    </>
  );
}
