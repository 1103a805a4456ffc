import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { useView } from '../ui/view.ts';

/** The second way in: nobody's card is needed to see what there is. */
export function LookAround(): ReactElement {
  const { words, send } = useView();
  return (
    <Button className="look-around" icon="search" onPress={() => send({ type: 'lookAround' })}>
      {words.lookAround}
    </Button>
  );
}
