import { type RefObject, useEffect, useState } from 'react';
import type { Still } from '../../contract/camera.ts';
import type { CameraState, WantedCamera } from './camera-state.ts';
import { takeStill } from './still.ts';

export type StillState =
  | { readonly kind: 'none' }
  | { readonly kind: 'taking' }
  | { readonly kind: 'taken'; readonly still: Still }
  | { readonly kind: 'failed' };

const NONE: StillState = { kind: 'none' };

export interface UsedStill {
  readonly state: StillState;
  /** Only a live camera takes one; a second touch while one is being taken has no effect. */
  readonly take: () => void;
}

/** Stills of one camera, one at a time. The last one is forgotten with the component. */
export function useStill(
  { purpose, rotate }: WantedCamera,
  camera: CameraState,
  video: RefObject<HTMLVideoElement | null>,
): UsedStill {
  const [state, setState] = useState(NONE);
  const [order, setOrder] = useState<{ readonly stream: MediaStream }>();
  useEffect(() => {
    if (!order) return undefined;
    if (!video.current) {
      // The camera went in the moment of the touch; the next touch must find nothing under way.
      setState({ kind: 'failed' });
      setOrder(undefined);
      return undefined;
    }
    let gone = false;
    setState({ kind: 'taking' });
    void takeStill({ stream: order.stream, video: video.current, purpose, rotate }).then((still) => {
      if (gone) return;
      setState(still.ok ? { kind: 'taken', still: still.value } : { kind: 'failed' });
      setOrder(undefined);
    });
    return () => {
      gone = true;
    };
  }, [order, video, purpose, rotate]);
  return {
    state,
    take: () => {
      if (camera.kind === 'live' && !order) setOrder({ stream: camera.stream });
    },
  };
}
