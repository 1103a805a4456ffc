import type { ReactElement, ReactNode, RefObject } from 'react';
import { Icon } from '../ui/icon.tsx';
import { useView } from '../ui/view.ts';
import { CameraPreview } from './camera-preview.tsx';
import type { CameraState, WantedCamera } from './camera-state.ts';
import { cameraWords } from './camera-words.ts';

export interface CameraStageProps {
  readonly wanted: WantedCamera;
  readonly state: CameraState;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly onFrozen: () => void;
  /** Under the sentence of a trouble: what else helps. */
  readonly more?: ReactNode;
}

/** Where a camera is seen: its picture, or in one sentence why there is none and what becomes of it. */
export function CameraStage({ wanted, state, video, onFrozen, more }: CameraStageProps): ReactElement {
  const { words } = useView();
  if (state.kind === 'live') {
    return (
      <CameraPreview
        stream={state.stream}
        rotate={wanted.rotate}
        mirrored={wanted.purpose === 'person'}
        label={words.cameraPicture}
        video={video}
        onFrozen={onFrozen}
      />
    );
  }
  return (
    <div className="camera-frame camera-none" data-camera={state.kind} role="status">
      <Icon name={state.kind === 'asking' ? 'clock' : 'warn'} />
      <p>{cameraWords(state, wanted.label, words)}</p>
      {state.kind !== 'asking' && state.kind !== 'refused' && more}
    </div>
  );
}
