import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { FRAME_LIMIT_MS } from './camera-state.ts';

export interface CameraPreviewProps {
  readonly stream: MediaStream;
  /** Degrees clockwise. */
  readonly rotate: 0 | 90 | 180 | 270;
  /** As people know themselves. Only what is shown: a still is never mirrored. */
  readonly mirrored: boolean;
  readonly label: string;
  /** Where a still is taken from when the camera takes no photos. */
  readonly video: RefObject<HTMLVideoElement | null>;
  /** No frame for `FRAME_LIMIT_MS`. */
  readonly onFrozen: () => void;
}

/** What a camera sees, upright, whole and now. Nothing is recorded and nothing leaves the page. */
export function CameraPreview({ stream, rotate, mirrored, label, video, onFrozen }: CameraPreviewProps): ReactElement {
  const frozen = useRef(onFrozen);
  frozen.current = onFrozen;
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    element.srcObject = stream;
    const stop = watchFrames(element, () => frozen.current());
    return () => {
      stop();
      element.srcObject = null;
    };
  }, [stream, video]);
  return (
    <div className="camera-frame" data-rotate={rotate} data-mirrored={mirrored || undefined}>
      <video ref={video} autoPlay muted playsInline aria-label={label} />
    </div>
  );
}

function watchFrames(video: HTMLVideoElement, onFrozen: () => void): () => void {
  let timer = setTimeout(onFrozen, FRAME_LIMIT_MS);
  let request = 0;
  const next = (): void => {
    request = video.requestVideoFrameCallback(() => {
      clearTimeout(timer);
      timer = setTimeout(onFrozen, FRAME_LIMIT_MS);
      next();
    });
  };
  next();
  return () => {
    clearTimeout(timer);
    video.cancelVideoFrameCallback(request);
  };
}
