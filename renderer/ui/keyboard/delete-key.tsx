import type { ReactElement } from 'react';
import { useView } from '../view.ts';
import { Key } from './key.tsx';

/** Takes the last character away. */
export function DeleteKey({ onKey }: { onKey: (key: string) => void }): ReactElement {
  const { words } = useView();
  return (
    <Key className="word" onPress={() => onKey('delete')}>
      {words.keyDelete}
    </Key>
  );
}
