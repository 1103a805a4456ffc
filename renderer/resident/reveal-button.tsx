import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { useView } from '../ui/view.ts';

/** Shows or hides personal data; the core masks, this only asks. */
export function RevealButton({ revealed }: { revealed: boolean }): ReactElement {
  const { words, send } = useView();
  return (
    <Button icon={revealed ? 'eyeOff' : 'eye'} onPress={() => send({ type: 'reveal', on: !revealed })}>
      {revealed ? words.conceal : words.reveal}
    </Button>
  );
}
