import { type ReactElement, useRef } from 'react';
import { CameraLabels } from '../camera/camera-labels.tsx';
import { CameraStage } from '../camera/camera-stage.tsx';
import type { WantedCamera } from '../camera/camera-state.ts';
import { cameraWords, sizeWords } from '../camera/camera-words.ts';
import { StillPicture } from '../camera/still-picture.tsx';
import { useCamera } from '../camera/use-cameras.ts';
import { useStill } from '../camera/use-still.ts';
import { Button } from '../ui/button.tsx';
import { useView } from '../ui/view.ts';

/** One camera for whoever mends it: what it sees, what it is called, and what one picture of it comes to. */
export function TechnicianCamera({ wanted }: { wanted: WantedCamera }): ReactElement {
  const { words } = useView();
  const video = useRef<HTMLVideoElement>(null);
  const { state, frozen } = useCamera(wanted);
  const { state: still, take } = useStill(wanted, state, video);
  const told = {
    none: words.stillNone,
    taking: words.stillTaking,
    failed: words.stillFailed,
    taken:
      still.kind === 'taken'
        ? words.stillTaken(still.still.width, still.still.height, sizeWords(still.still.bytes.length))
        : '',
  };
  return (
    <>
      <CameraStage wanted={wanted} state={state} video={video} onFrozen={frozen} more={<CameraLabels />} />
      <div className="camera-told">
        {still.kind === 'taken' && <StillPicture still={still.still} label={words.stillPicture} />}
        <div>
          {state.kind === 'live' && <p className="camera-label">{cameraWords(state, wanted.label, words)}</p>}
          <p role="status" data-still={still.kind}>
            {told[still.kind]}
          </p>
        </div>
      </div>
      <Button kind="primary" disabled={state.kind !== 'live' || still.kind === 'taking'} onPress={take}>
        {words.takeStill}
      </Button>
    </>
  );
}
