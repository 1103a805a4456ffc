import type { ReactElement } from 'react';
import { DeviceHint } from '../ui/device-hint.tsx';
import { Screen } from '../ui/screen.tsx';
import { useView } from '../ui/view.ts';

/** A card lies on the reader and is being read. */
export function Reading(): ReactElement {
  const { words } = useView();
  return (
    <Screen
      className="hero centered"
      title={words.readingTitle}
      lead={words.readingText}
      art={<DeviceHint lit={['card']} motion="none" words={words} />}
    />
  );
}
