import { type ReactElement, useRef } from 'react';
import type { Snapshot } from '../../contract/screen.ts';
import { CameraStage } from '../camera/camera-stage.tsx';
import type { CameraState, WantedCamera } from '../camera/camera-state.ts';
import { pick, wordsOf } from '../i18n/words.ts';
import { ViewContext } from '../ui/view.ts';

const STATES: readonly CameraState[] = [
  { kind: 'asking' },
  { kind: 'missing' },
  { kind: 'refused' },
  { kind: 'busy' },
  { kind: 'failed' },
];
const WANTED: WantedCamera = { purpose: 'document', label: 'HD Camera 05a3:9230', rotate: 0 };
const ignore = (): void => undefined;

/** A camera in every state that has no picture. */
export function CameraStates({ snapshot }: { snapshot: Snapshot }): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  const { language } = snapshot;
  return (
    <ViewContext value={{ snapshot, words: wordsOf(language), say: (text) => pick(text, language), send: ignore }}>
      <div className="camera-states">
        {STATES.map((state) => (
          <CameraStage key={state.kind} wanted={WANTED} state={state} video={video} onFrozen={ignore} />
        ))}
      </div>
    </ViewContext>
  );
}
